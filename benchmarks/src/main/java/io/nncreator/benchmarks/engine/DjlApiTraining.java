// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/**
 * DJL's own Block, Trainer and GradientCollector with Adam, in the fastest form that they have: all
 * rows are one tensor, shuffled once per epoch; a batch is a slice; no listeners, no metrics.
 */
final class DjlApiTraining implements Contest.Side, AutoCloseable {
  private final Perceptron network;
  private final int epochs;
  private final Model model;
  private final Trainer trainer;
  private final NDArray features;
  private final NDArray labels;

  DjlApiTraining(Perceptron network, int epochs) {
    this.network = network;
    this.epochs = epochs;
    this.model = Model.newInstance("reference", Device.cpu(), "PyTorch");
    model.setBlock(block());
    this.trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(
                    Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(Perceptron.RATE))
                        .build()));
    trainer.initialize(new Shape(network.batch(), network.inputs()));
    NDManager arrays = model.getNDManager();
    this.features = arrays.create(network.features(), new Shape(network.rows(), network.inputs()));
    try (NDArray whole = arrays.create(network.labels())) {
      this.labels = whole.toType(DataType.FLOAT32, true);
    }
  }

  @Override
  public Effort round() throws Exception {
    long steps = (long) epochs * network.stepsPerEpoch();
    boolean gradients = JniUtils.isGradMode();
    // DJL records gradients where its collector says so, and expects them off elsewhere.
    JniUtils.setGradMode(false);
    try {
      return Effort.of(
          steps,
          () -> {
            for (int epoch = 0; epoch < epochs; epoch++) {
              epoch();
            }
            return null;
          });
    } finally {
      JniUtils.setGradMode(gradients);
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }

  private void epoch() {
    try (NDManager scratch = model.getNDManager().newSubManager()) {
      NDArray order = scratch.randomPermutation(network.rows());
      NDArray x = features.get(scratch, new NDIndex("{}", order));
      NDArray y = labels.get(scratch, new NDIndex("{}", order));
      for (int step = 0; step < network.stepsPerEpoch(); step++) {
        step(x, y, step);
      }
    }
  }

  private void step(NDArray x, NDArray y, long step) {
    NDIndex rows = new NDIndex().addSliceDim(step * network.batch(), (step + 1) * network.batch());
    try (NDManager scratch = model.getNDManager().newSubManager()) {
      NDList batch = new NDList(x.get(scratch, rows));
      NDList truth = new NDList(y.get(scratch, rows));
      try (GradientCollector collector = trainer.newGradientCollector()) {
        collector.backward(trainer.getLoss().evaluate(truth, trainer.forward(batch)));
      }
      trainer.step();
    }
  }

  private SequentialBlock block() {
    SequentialBlock block = new SequentialBlock();
    for (int i = 0; i < network.layers(); i++) {
      block.add(Linear.builder().setUnits(network.hidden()).build()).add(Activation::relu);
    }
    return block.add(Linear.builder().setUnits(network.classes()).build());
  }
}
