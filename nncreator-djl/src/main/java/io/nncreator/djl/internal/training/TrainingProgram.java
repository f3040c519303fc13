// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import ai.djl.ndarray.types.DataType;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.TrainingException;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.djl.internal.engine.EngineThread;
import io.nncreator.djl.internal.engine.ScriptModule;
import io.nncreator.djl.internal.torchscript.ScriptArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A loaded {@link TrainingScript} with its rows: the calls that the training loop makes. */
final class TrainingProgram implements AutoCloseable {
  private final ScriptModule module;
  private final TrainingRecipe recipe;
  private final List<Member> members;
  private final TrainingPlan plan;
  private final EpochParts parts;
  private final RowOrder order;

  private final NativeRows rows;

  TrainingProgram(
      EngineThread thread,
      TrainingRequest request,
      TrainingPlan plan,
      ScriptArchive script,
      EpochParts parts,
      NativeRows rows) {
    this.rows = rows;
    this.recipe = request.recipe();
    this.members = request.members();
    this.plan = plan;
    this.parts = parts;
    this.order = new RowOrder(request, plan, parts);
    this.module = thread.load(bytes(script));
  }

  /** Hands rows and state to the module. */
  void start(ValidationRows validation, TrainingState state) {
    try (ScriptModule.Call call = module.call("start")) {
      rows.pass(call);
      call.with("data", List.of(validation.indices(), validation.weights(), validation.present()));
      call.with("state", state.values(plan.members())).run();
    }
  }

  /** Gets the rows of a step ready; returns how many steps, this one included, are on them. */
  long prepare(long step) {
    parts.at(step);
    rows.load(parts.chunk());
    return parts.end() - step;
  }

  /**
   * Does steps of one call, all on the rows that are ready.
   *
   * @param epoch number of the epoch that ends with the last step and is to be closed, or 0
   * @return the report of the closed epoch, or null
   */
  @Nullable EpochReport run(long first, int steps, int epoch) {
    ByteBuffer at = direct((long) steps * plan.stride() * Integer.BYTES);
    ByteBuffer rates = direct(steps * (long) ProgramContext.STEP_NUMBERS * Float.BYTES);
    ByteBuffer seeds = direct((long) steps * plan.members() * Integer.BYTES);
    IntBuffer indices = at.asIntBuffer();
    FloatBuffer rate = rates.asFloatBuffer();
    IntBuffer seed = seeds.asIntBuffer();
    for (long step = first; step < first + steps; step++) {
      order.write(step, indices);
      double progress = (double) step / plan.steps();
      rate.put((float) recipe.rateAt(progress));
      rate.put((float) recipe.regularizationAt(progress));
      rate.put((float) freshShare(step));
      for (Member member : members) {
        seed.put((int) Seeds.of(member.seed(), Seeds.DROPOUT, step));
      }
    }
    try (ScriptModule.Call call = module.call("run")) {
      call.with(at, DataType.INT32, steps, plan.stride());
      call.with(rates, DataType.FLOAT32, steps, ProgramContext.STEP_NUMBERS);
      call.with(seeds, DataType.INT32, steps, plan.members());
      double[] report = call.with(epoch).run().get(0).doubles();
      return epoch == 0 ? null : new EpochReport(report, plan.members());
    }
  }

  /** Early on the average forgets faster, so that the first random weights do not stay in it. */
  private double freshShare(long step) {
    Double averaging = recipe.averaging();
    return averaging == null ? 1 : Math.max(1 - averaging, 9.0 / (10 + step));
  }

  /** Adds the validation loss of some batches. */
  void validate(int begin, int end) {
    try (ScriptModule.Call call = module.call("validate_batches")) {
      call.with(begin).with(end).run();
    }
  }

  /** Closes an epoch whose validation is done. */
  EpochReport finish(int epoch) {
    try (ScriptModule.Call call = module.call("finish_epoch")) {
      return new EpochReport(call.with(epoch).run().get(0).doubles(), plan.members());
    }
  }

  /** Keeps the present weights of members that never finished an epoch. */
  void adopt() {
    try (ScriptModule.Call call = module.call("adopt")) {
      call.run();
    }
  }

  /** Returns outputs and losses of the kept weights for a validation batch. */
  List<Tensor> answer(int batch) {
    try (ScriptModule.Call call = module.call("answer")) {
      return call.with(batch).run();
    }
  }

  /** Reads the whole state. */
  TrainingState state(TrainingState like) {
    try (ScriptModule.Call call = module.call("state")) {
      return like.with(call.run());
    }
  }

  @Override
  public void close() {
    module.close();
    Reference.reachabilityFence(rows);
  }

  /**
   * Reserves native memory.
   *
   * @throws TrainingException if it is more than one buffer can hold
   */
  static ByteBuffer direct(long bytes) {
    if (bytes > Integer.MAX_VALUE) {
      throw new TrainingException(
          ErrorCode.TRAINING_ENGINE,
          "The encoded rows take "
              + (bytes >> 20)
              + " MiB, more than the "
              + (Integer.MAX_VALUE >> 20)
              + " MiB that the engine takes at once. Maybe learn from fewer rows or columns.",
          null);
    }
    return ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
  }

  static byte[] bytes(ScriptArchive script) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      script.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
