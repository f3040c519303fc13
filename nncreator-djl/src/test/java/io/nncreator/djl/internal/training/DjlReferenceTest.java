// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.LayerNode;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.network.NetworkSpec;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.ConstantRate;
import io.nncreator.api.training.CrossEntropy;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingRows;
import io.nncreator.djl.internal.engine.EngineBootstrap;
import io.nncreator.tck.random.RandomRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("DJL's own Trainer")
class DjlReferenceTest {
  private static final int ROWS = 64;
  private static final int BATCH = 16;
  private static final int EPOCHS = 5;
  private static final float RATE = 0.01f;
  private static final FeatureLayout LAYOUT = new FeatureLayout(4, List.of());

  @Test
  @DisplayName("has the same losses from the same weights on the same batches")
  void losesAlike() {
    TrainingRows rows = new RandomRows(1).labelled(LAYOUT, ROWS, 3);
    Member member = new Member(IntStream.range(0, ROWS).toArray(), new int[0], 1);
    TrainingRecipe recipe =
        new TrainingRecipe(
            new CrossEntropy(0), new AdamW(0), new ConstantRate(), RATE, BATCH, EPOCHS, 0, 0);
    TrainingRequest request = new TrainingRequest(network(), recipe, rows, List.of(member), null);
    List<Double> losses = new ArrayList<>();
    TrainingRun.of(request, progress -> losses.add(progress.trainingLoss()));
    assertThat(losses).hasSize(EPOCHS);
    List<Double> expected = byDjl(request);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      assertThat(losses.get(epoch)).isCloseTo(expected.get(epoch), within(1e-4));
    }
    assertThat(losses.get(EPOCHS - 1)).isLessThan(losses.get(0));
  }

  private static NetworkAssembly network() {
    List<LayerNode> nodes =
        List.of(
            new LayerNode(
                "hidden", new io.nncreator.api.network.Linear(8), List.of(NetworkSpec.INPUT)),
            new LayerNode(
                "bent",
                new io.nncreator.api.network.Activation(
                    io.nncreator.api.network.Activation.Function.TANH),
                List.of("hidden")));
    return new NetworkAssembly(LAYOUT, new NetworkSpec("two layers", 1, nodes), 3);
  }

  private static List<Double> byDjl(TrainingRequest request) {
    EngineBootstrap.load();
    boolean gradients = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    Block block =
        new SequentialBlock()
            .add(Linear.builder().setUnits(8).build())
            .add(Activation::tanh)
            .add(Linear.builder().setUnits(3).build());
    Optimizer adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(RATE)).build();
    try (Model model = Model.newInstance("reference", Device.cpu(), "PyTorch")) {
      model.setBlock(block);
      DefaultTrainingConfig config =
          new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
              .optDevices(new Device[] {Device.cpu()})
              .optOptimizer(adam);
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(BATCH, 4));
        takeWeights(block, request);
        return train(trainer, request);
      }
    } finally {
      JniUtils.setGradMode(gradients);
    }
  }

  /** Copies our first weights; DJL keeps matrices the other way round. */
  private static void takeWeights(Block block, TrainingRequest request) {
    Graph graph = LossGraph.of(request.network(), request.recipe().loss());
    Weights weights = Weights.initialize(graph.parameters(), new long[] {1});
    int next = 0;
    List<Tensor> tensors = List.copyOf(weights.tensors().values());
    for (Parameter parameter : block.getParameters().values()) {
      Tensor tensor = tensors.get(next++);
      long[] dims = tensor.dims();
      try (NDManager scratch = parameter.getArray().getManager().newSubManager()) {
        NDArray ours = scratch.create(tensor.floats(), new Shape(dims[1], dims[2])).transpose();
        ours.reshape(parameter.getArray().getShape()).copyTo(parameter.getArray());
      }
    }
  }

  private static List<Double> train(Trainer trainer, TrainingRequest request) {
    TrainingPlan plan = TrainingPlan.of(request);
    EpochParts parts = EpochParts.of(request, plan.batch());
    RowOrder order = new RowOrder(request, plan, parts);
    List<Double> losses = new ArrayList<>();
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      double sum = 0;
      for (int step = 0; step < plan.stepsPerEpoch(); step++) {
        java.nio.IntBuffer rows = java.nio.IntBuffer.allocate(plan.stride());
        order.write((long) epoch * plan.stepsPerEpoch() + step, rows);
        sum += step(trainer, request.rows(), rows.array());
      }
      losses.add(sum / plan.stepsPerEpoch());
    }
    return losses;
  }

  private static double step(Trainer trainer, TrainingRows rows, int[] chosen) {
    float[] numbers = new float[BATCH * 4];
    float[] labels = new float[BATCH];
    for (int i = 0; i < BATCH; i++) {
      System.arraycopy(rows.numeric(), chosen[i] * 4, numbers, i * 4, 4);
      labels[i] = rows.labels()[chosen[i]];
    }
    try (NDManager scratch = trainer.getManager().newSubManager()) {
      NDArray x = scratch.create(numbers, new Shape(BATCH, 4));
      NDArray y = scratch.create(labels, new Shape(BATCH));
      double value;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDArray loss = trainer.getLoss().evaluate(new NDList(y), trainer.forward(new NDList(x)));
        value = loss.getFloat();
        collector.backward(loss);
      }
      trainer.step();
      return value;
    }
  }
}
