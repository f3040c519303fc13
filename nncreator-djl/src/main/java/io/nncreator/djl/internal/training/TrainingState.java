// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.training.Checkpoint;
import io.nncreator.api.training.TrainingRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The names and first values of a program's state, in the program's order: weights, kept weights,
 * their average where the recipe has one, the optimiser's state of each trained parameter, then the
 * vectors with one value per member.
 */
final class TrainingState {
  static final String WEIGHTS = "weights/";
  static final String KEPT = "kept/";
  static final String AVERAGED = "averaged/";
  static final String LOSS_SUM = "loss-sum";
  static final String BEST_LOSS = "best-loss";
  static final String BEST_EPOCH = "best-epoch";
  static final String STATUS = "status";
  static final String UPDATES = "updates";

  /** Epochs that are closed: it tells whether the last step's epoch still has to be. */
  static final String EPOCHS = "epochs";

  /** For each member 1 while it is part of the program, 0 when it was left behind. */
  static final String HELD = "held";

  /** What the program itself does not have. */
  private static final List<String> OUTSIDE = List.of(EPOCHS, HELD);

  /** What all members have in common. */
  private static final List<String> COMMON = List.of(EPOCHS, UPDATES);

  private final Map<String, Tensor> tensors;

  private TrainingState(Map<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  /** Returns the state before the first step. */
  static TrainingState first(Parameters parameters, TrainingRecipe recipe, long[] seeds) {
    int members = seeds.length;
    Weights weights = Weights.initialize(parameters.all(), seeds);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    weights.tensors().forEach((name, tensor) -> tensors.put(WEIGHTS + name, tensor));
    weights.tensors().forEach((name, tensor) -> tensors.put(KEPT + name, tensor));
    if (recipe.averaging() != null) {
      weights.tensors().forEach((name, tensor) -> tensors.put(AVERAGED + name, tensor));
    }
    for (int slot = 0; slot < recipe.optimizer().stateSize(); slot++) {
      for (int position : parameters.trained()) {
        ParameterSpec parameter = parameters.all().get(position);
        Tensor like = tensor(tensors, WEIGHTS + parameter.name());
        Tensor zeros = Tensor.of(new float[like.size()], like.dims());
        tensors.put("state" + slot + "/" + parameter.name(), zeros);
      }
    }
    float[] unknown = new float[members];
    Arrays.fill(unknown, Float.POSITIVE_INFINITY);
    tensors.put(LOSS_SUM, Tensor.of(new float[members], members));
    tensors.put(BEST_LOSS, Tensor.of(unknown, members));
    tensors.put(BEST_EPOCH, Tensor.of(new long[members], members));
    tensors.put(STATUS, Tensor.of(new long[members], members));
    tensors.put(UPDATES, Tensor.of(new float[1]));
    tensors.put(EPOCHS, Tensor.of(new long[1]));
    long[] held = new long[members];
    Arrays.fill(held, 1);
    tensors.put(HELD, Tensor.of(held, members));
    return new TrainingState(tensors);
  }

  /**
   * Returns this state with the values of a checkpoint.
   *
   * @throws IllegalArgumentException if the checkpoint is of another request
   */
  TrainingState with(Checkpoint checkpoint) {
    Map<String, Tensor> restored = new LinkedHashMap<>();
    tensors.forEach(
        (name, first) -> {
          Tensor saved = checkpoint.tensors().get(name);
          if (saved == null || !Arrays.equals(saved.dims(), first.dims())) {
            throw new IllegalArgumentException(
                "The checkpoint has for "
                    + name
                    + " "
                    + saved
                    + ", the request needs "
                    + first
                    + ". Maybe it is the checkpoint of another request.");
          }
          restored.put(name, saved);
        });
    return new TrainingState(restored);
  }

  /** Returns a state with values read from the program. */
  TrainingState with(List<Tensor> values) {
    Map<String, Tensor> read = new LinkedHashMap<>();
    Iterator<Tensor> next = values.iterator();
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      if (OUTSIDE.contains(entry.getKey())) {
        continue;
      }
      // A single member has no member axis in the program.
      Tensor value = next.next();
      long[] dims = entry.getValue().dims();
      read.put(
          entry.getKey(),
          value.dtype() == io.nncreator.api.graph.DType.F32
              ? Tensor.of(value.floats(), dims)
              : Tensor.of(value.longs(), dims));
    }
    OUTSIDE.forEach(name -> read.put(name, get(name)));
    return new TrainingState(read);
  }

  /** Returns the tensors as the program takes them. */
  List<Tensor> values(int members) {
    List<Tensor> values = new ArrayList<>();
    tensors.forEach(
        (name, tensor) -> {
          if (OUTSIDE.contains(name)) {
            return;
          }
          boolean member = members == 1 && name.indexOf('/') >= 0;
          long[] dims = tensor.dims();
          values.add(
              member
                  ? Tensor.of(tensor.floats(), Arrays.copyOfRange(dims, 1, dims.length))
                  : tensor);
        });
    return values;
  }

  /** Returns the state of some members alone. */
  TrainingState select(int[] members) {
    Map<String, Tensor> selected = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) ->
            selected.put(name, COMMON.contains(name) ? tensor : Slabs.select(tensor, members)));
    return new TrainingState(selected);
  }

  /** Returns this state with that of some members, which are the ones that the program holds. */
  TrainingState with(int[] members, TrainingState part) {
    Map<String, Tensor> merged = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          Tensor own = part.get(name);
          merged.put(name, COMMON.contains(name) ? own : Slabs.replace(tensor, members, own));
        });
    long[] held = new long[get(HELD).size()];
    for (int member : members) {
      held[member] = 1;
    }
    merged.put(HELD, Tensor.of(held, held.length));
    return new TrainingState(merged);
  }

  /** Returns the members that the program holds. */
  int[] held() {
    long[] held = get(HELD).longs();
    return IntStream.range(0, held.length).filter(k -> held[k] == 1).toArray();
  }

  Checkpoint checkpoint(long step, long epochs) {
    Map<String, Tensor> all = new LinkedHashMap<>(tensors);
    all.put(EPOCHS, Tensor.of(new long[] {epochs}));
    return new Checkpoint(step, all);
  }

  /** Returns the number of closed epochs at the time of the checkpoint. */
  int epochs() {
    return Math.toIntExact(get(EPOCHS).longs()[0]);
  }

  /** Returns the kept weights. */
  Weights kept(Parameters parameters, int members) {
    Map<String, Tensor> kept = new LinkedHashMap<>();
    for (ParameterSpec parameter : parameters.all()) {
      kept.put(parameter.name(), tensor(tensors, KEPT + parameter.name()));
    }
    return new Weights(members, kept);
  }

  Tensor get(String name) {
    return tensor(tensors, name);
  }

  private static Tensor tensor(Map<String, Tensor> tensors, String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalStateException("The state has no " + name + ".");
    }
    return tensor;
  }
}
