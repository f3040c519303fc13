// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.error.TrainingException;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.training.Precision;
import io.nncreator.djl.internal.engine.EngineThread;
import io.nncreator.djl.internal.engine.ScriptModule;
import io.nncreator.djl.internal.torchscript.ScriptArchive;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether products of wide layers gain from bf16 on this processor: a layer's product and
 * the two of its backward pass, rounding included. It compares the quickest of several rounds,
 * which other work on the machine hardly touches, asks for a clear gain, and measures once: the
 * answer stays while the JVM runs. Thread-safe.
 */
public final class PrecisionCalibration {
  /**
   * Gain of the products alone. Processors without units for bf16 lose, those with them gain 1.7
   * times and more, so that chance does not decide.
   */
  private static final double LEAST_GAIN = 1.4;

  private static final int SIDE = 256;
  private static final int WARM_UPS = 2;
  private static final int ROUNDS = 9;

  private static @Nullable Precision fastest;

  private PrecisionCalibration() {}

  /**
   * Returns the precision in which wide networks train fastest. The first call loads the engine and
   * takes some 10 ms more; where the engine does not load, it is fp32.
   */
  public static synchronized Precision fastest() {
    Precision known = fastest;
    if (known == null) {
      known = measured();
      fastest = known;
    }
    return known;
  }

  private static Precision measured() {
    try {
      return gain() >= LEAST_GAIN ? Precision.BF16 : Precision.FP32;
    } catch (TrainingException e) {
      // Nobody trains without the engine; the first training says why it does not load.
      return Precision.FP32;
    }
  }

  /** Returns how many times faster products in bf16 are. */
  static double gain() {
    SplittableRandom random = new SplittableRandom(1);
    List<Tensor> factors = List.of(random(random), random(random), random(random));
    long exact = Long.MAX_VALUE;
    long rounded = Long.MAX_VALUE;
    try (EngineThread thread = EngineThread.enter();
        ScriptModule module = thread.load(TrainingProgram.bytes(program()))) {
      for (int round = -WARM_UPS; round < ROUNDS; round++) {
        long first = nanos(module, "exact", factors);
        long second = nanos(module, "rounded", factors);
        if (round >= 0) {
          exact = Math.min(exact, first);
          rounded = Math.min(rounded, second);
        }
      }
    }
    return (double) exact / rounded;
  }

  private static long nanos(ScriptModule module, String method, List<Tensor> factors) {
    try (ScriptModule.Call call = module.call(method)) {
      call.with("data", factors);
      long start = System.nanoTime();
      call.run();
      return System.nanoTime() - start;
    }
  }

  private static Tensor random(SplittableRandom random) {
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return Tensor.of(values, SIDE, SIDE);
  }

  private static ScriptArchive program() {
    Text text = new Text();
    products(text, "exact", "", "");
    products(text, "rounded", "torch.to(", ", 15)");
    return new ScriptArchive(text.toString(), List.of());
  }

  private static void products(Text text, String name, String before, String after) {
    text.begin("def " + name + "(self: " + ScriptArchive.TYPE + ", data: List[Tensor]) -> Tensor:");
    text.line("torch.set_grad_enabled(False)");
    text.line("x = " + before + "data[0]" + after);
    text.line("w = " + before + "data[1]" + after);
    text.line("g = " + before + "data[2]" + after);
    text.line("y = torch.to(torch.mm(x, w), 6)");
    text.line("dx = torch.to(torch.mm(g, torch.transpose(w, 0, 1)), 6)");
    text.line("dw = torch.to(torch.mm(torch.transpose(x, 0, 1), g), 6)");
    text.line("return torch.select(torch.add(torch.add(y, dx), dw), 0, 0)").end();
  }
}
