// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.tck.reference.MemberState.Phase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Trains one member, epoch by epoch, the last batch of an epoch being what is left. */
final class MemberTraining {
  private final TrainingRequest request;
  private final Member member;
  private final Graph graph;
  private final Map<String, UpdateRule> rules = new LinkedHashMap<>();
  final MemberState state;

  MemberTraining(TrainingRequest request, Member member) {
    this.request = request;
    this.member = member;
    graph = LossGraph.of(request.network(), request.recipe().loss());
    for (ParameterSpec parameter : graph.parameters()) {
      rules.put(parameter.name(), new UpdateRule(request.recipe().optimizer(), parameter));
    }
    int stateSize = request.recipe().optimizer().stateSize();
    state = MemberState.first(graph.parameters(), stateSize, member.seed());
  }

  /** Goes on to the end of an epoch; returns whether it got there. */
  boolean finishEpoch(int epoch, TrainingObserver observer) {
    int[] order = order(epoch);
    while (state.phase == Phase.RUNNING && state.steps < (long) epoch * stepsPerEpoch()) {
      if (observer.stopRequested()) {
        return false;
      }
      step(order);
    }
    return true;
  }

  /** Judges a finished epoch and returns its mean training loss. */
  double judge(int epoch) {
    double trainingLoss = state.lossSum / stepsPerEpoch();
    state.lossSum = 0;
    double loss = validated() ? mean(losses(judged())) : 0;
    if (!Float.isFinite((float) loss) || !Float.isFinite((float) trainingLoss)) {
      state.phase = Phase.DIVERGED;
    } else if (!validated() || loss < state.bestLoss) {
      state.bestLoss = loss;
      state.bestEpoch = epoch;
      state.best.putAll(judged());
    } else if (request.recipe().patience() > 0
        && epoch - state.bestEpoch >= request.recipe().patience()) {
      state.phase = Phase.TIRED;
    }
    return trainingLoss;
  }

  MemberResult result(boolean interrupted) {
    if (state.bestEpoch == 0 && state.phase == Phase.RUNNING) {
      state.best.putAll(judged());
    }
    MemberResult.Status status =
        switch (state.phase) {
          case TIRED -> MemberResult.Status.EARLY_STOPPED;
          case DIVERGED -> MemberResult.Status.DIVERGED;
          case RUNNING ->
              interrupted ? MemberResult.Status.INTERRUPTED : MemberResult.Status.COMPLETED;
        };
    double[] outputs = validated() ? run(state.best, LossGraph.OUTPUTS).values() : new double[0];
    float[] rounded = new float[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      rounded[i] = (float) outputs[i];
    }
    double loss = validated() ? mean(losses(state.best)) : Double.NaN;
    return new MemberResult(status, state.bestEpoch, loss, rounded);
  }

  /** Returns whether there are rows that choose the epoch. */
  boolean validated() {
    return member.validationRows().length > 0;
  }

  /** Returns the kept values of a parameter. */
  ReferenceTensor kept(String parameter) {
    ReferenceTensor tensor = state.best.get(parameter);
    if (tensor == null) {
      throw new IllegalStateException("There is no parameter " + parameter + ".");
    }
    return tensor;
  }

  private void step(int[] order) {
    TrainingRecipe recipe = request.recipe();
    int from = (int) (state.steps % stepsPerEpoch()) * recipe.batchSize();
    int[] batch =
        Arrays.copyOfRange(order, from, Math.min(from + recipe.batchSize(), order.length));
    ReferenceGradient gradient =
        ReferenceGradient.of(graph, LossGraph.LOSS, state.weights, inputs(batch));
    if (!Float.isFinite((float) gradient.mean())) {
      state.phase = Phase.DIVERGED;
      return;
    }
    state.lossSum += gradient.mean();
    double progress = (double) state.steps / ((long) stepsPerEpoch() * recipe.epochs());
    double rate = recipe.rateAt(progress) * member.rate();
    double decay = recipe.regularizationAt(progress);
    Double averaging = recipe.averaging();
    double fresh = averaging == null ? 1 : Math.max(1 - averaging, 9.0 / (10 + state.steps));
    state.steps++;
    double scale = clipping(gradient);
    gradient.byParameter().forEach((name, values) -> update(name, values, scale, rate, decay));
    average(fresh);
  }

  private void average(double fresh) {
    if (request.recipe().averaging() == null) {
      return;
    }
    state.averaged.replaceAll(
        (name, average) -> {
          double[] old = average.values();
          double[] present = weights(name).values();
          double[] values = new double[old.length];
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) (old[i] + fresh * (present[i] - old[i]));
          }
          return new ReferenceTensor(values, average.dims(), true);
        });
  }

  private ReferenceTensor weights(String name) {
    ReferenceTensor weights = state.weights.get(name);
    if (weights == null) {
      throw new IllegalStateException("There is no parameter " + name + ".");
    }
    return weights;
  }

  /** The weights that are validated and kept. */
  private Map<String, ReferenceTensor> judged() {
    return request.recipe().averaging() == null ? state.weights : state.averaged;
  }

  private void update(
      String name, ReferenceTensor gradient, double scale, double rate, double decay) {
    UpdateRule rule = rules.get(name);
    ReferenceTensor weights = weights(name);
    if (rule == null) {
      throw new IllegalStateException("There is no parameter " + name + ".");
    }
    Map<String, ReferenceTensor> tensors = new LinkedHashMap<>();
    tensors.put("parameter", shared(weights, 1));
    tensors.put("gradient", shared(gradient, scale));
    int stateSize = request.recipe().optimizer().stateSize();
    for (int i = 0; i < stateSize; i++) {
      ReferenceTensor old = state.optimizer.get(i + name);
      tensors.put("state" + i, old == null ? shared(gradient, 0) : shared(old, 1));
    }
    rule.apply(tensors, rate, decay, state.steps)
        .forEach(
            (part, value) -> {
              if (part.equals("parameter")) {
                double[] rounded = Arrays.stream(value.values()).map(x -> (float) x).toArray();
                state.weights.put(name, new ReferenceTensor(rounded, weights.dims(), true));
              } else {
                state.optimizer.put(
                    part.substring("state".length()) + name,
                    new ReferenceTensor(value.values(), weights.dims(), true));
              }
            });
  }

  /** The factor that shrinks the gradient to the largest norm; Pascanu et al., arXiv 1211.5063. */
  private double clipping(ReferenceGradient gradient) {
    double squares = 0;
    for (ReferenceTensor tensor : gradient.byParameter().values()) {
      squares += Arrays.stream(tensor.values()).map(x -> x * x).sum();
    }
    double limit = request.recipe().clipNorm();
    return limit > 0 ? Math.min(1, limit / Math.sqrt(squares)) : 1;
  }

  private static ReferenceTensor shared(ReferenceTensor tensor, double scale) {
    long[] dims = Arrays.copyOfRange(tensor.dims(), 1, tensor.dims().length);
    double[] values = Arrays.stream(tensor.values()).map(x -> x * scale).toArray();
    return new ReferenceTensor(values, dims, false);
  }

  private int stepsPerEpoch() {
    int batch = request.recipe().batchSize();
    return (int) (((long) member.trainingRows().length + batch - 1) / batch);
  }

  private int[] order(int epoch) {
    int[] rows = member.trainingRows().clone();
    SplittableRandom random = new SplittableRandom(member.seed() ^ 0x9e3779b97f4a7c15L * epoch);
    for (int i = rows.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = rows[i];
      rows[i] = rows[j];
      rows[j] = row;
    }
    return rows;
  }

  private double[] losses(Map<String, ReferenceTensor> weights) {
    return run(weights, LossGraph.JUDGED).values();
  }

  private ReferenceTensor run(Map<String, ReferenceTensor> weights, String output) {
    Map<String, ReferenceTensor> outputs =
        ReferenceInterpreter.runDoubles(graph, weights, inputs(member.validationRows()));
    ReferenceTensor tensor = outputs.get(output);
    if (tensor == null) {
      throw new IllegalStateException("There is no output " + output + ".");
    }
    return tensor;
  }

  private Map<String, ReferenceTensor> inputs(int[] rows) {
    Map<String, ReferenceTensor> inputs = new LinkedHashMap<>();
    for (Map.Entry<String, Tensor> entry : LossGraph.inputs(request.rows(), rows).entrySet()) {
      inputs.put(entry.getKey(), ReferenceTensor.of(entry.getValue(), false));
    }
    return inputs;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
