// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.error.TrainingException;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.training.Precision;
import io.nncreator.djl.internal.engine.EngineThread;
import io.nncreator.djl.internal.engine.ScriptModule;
import io.nncreator.djl.internal.torchscript.ScriptArchive;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
   * Gain of the products alone. Processors with units for bf16 gain clearly and others take twice
   * the time or more, so that chance does not decide.
   */
  private static final double LEAST_GAIN = 1;

  /** How many times slower the first products may be before the rest is spared. */
  private static final int HOPELESS = 3;

  private static final int SIDE = 256;
  private static final int REPEATS = 4;
  private static final int ROUNDS = 5;

  private static final List<String> FACTORS = List.of("x", "w", "g");

  private static @Nullable Precision fastest;

  private PrecisionCalibration() {}

  /**
   * Returns the precision in which wide networks train fastest. The first call loads the engine and
   * takes up to 0.2 s more; where the engine does not load, it is fp32.
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
    long rounded = exact;
    try (EngineThread thread = EngineThread.enter();
        ScriptModule module = thread.load(TrainingProgram.bytes(program()))) {
      // The first calls compile.
      nanos(module, "exact", factors);
      nanos(module, "rounded", factors);
      for (int round = 0; round < ROUNDS && rounded / HOPELESS <= exact; round++) {
        exact = Math.min(exact, nanos(module, "exact", factors));
        rounded = Math.min(rounded, nanos(module, "rounded", factors));
      }
    }
    return (double) exact / rounded;
  }

  private static long nanos(ScriptModule module, String method, List<Tensor> factors) {
    try (ScriptModule.Call call = module.call(method)) {
      call.with("data", factors);
      long start = now();
      call.run();
      return now() - start;
    }
  }

  private static long now() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.isCurrentThreadCpuTimeSupported()
        ? threads.getCurrentThreadCpuTime()
        : System.nanoTime();
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
    for (int i = 0; i < FACTORS.size(); i++) {
      // A copy begins where PyTorch lets its own tensors begin.
      text.line(FACTORS.get(i) + "0 = torch.clone(data[" + i + "])");
    }
    text.line("r = x0");
    text.begin("for i in range(" + REPEATS + "):");
    FACTORS.forEach(factor -> text.line(factor + " = " + before + factor + "0" + after));
    text.line("y = torch.to(torch.mm(x, w), 6)");
    text.line("dx = torch.to(torch.mm(g, torch.transpose(w, 0, 1)), 6)");
    text.line("dw = torch.to(torch.mm(torch.transpose(x, 0, 1), g), 6)");
    text.line("r = torch.add(torch.select(y, 0, 0), torch.select(dx, 0, 0))");
    text.line("r = torch.add(r, torch.select(dw, 0, 0))").end();
    text.line("return r").end();
  }
}
