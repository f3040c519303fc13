// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.djl.internal.engine.EngineThread;
import io.nncreator.djl.internal.engine.ScriptModule;
import io.nncreator.djl.internal.torchscript.ScriptArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Dropout masks")
class DropoutScriptTest {
  private static final int MEMBERS = 2;
  private static final int BATCH = 256;
  private static final int WIDTH = 128;
  private static final double RATE = 0.3;

  @Test
  @DisplayName("keep the stated share, without a trace of neighbours, members and steps")
  void areRandom() throws IOException {
    float[] one = masks(Seeds.of(1, Seeds.DROPOUT, 0), Seeds.of(2, Seeds.DROPOUT, 0));
    float[] next = masks(Seeds.of(1, Seeds.DROPOUT, 1), Seeds.of(2, Seeds.DROPOUT, 1));
    assertThat(one).containsOnly(0f, (float) (1 / (1 - RATE)));
    int half = one.length / 2;
    double tolerance = 4 / Math.sqrt(half);
    for (int member = 0; member < MEMBERS; member++) {
      double mean = 0;
      for (int i = 0; i < half; i++) {
        mean += one[member * half + i] / half;
      }
      assertThat(mean).isCloseTo(1, within(tolerance));
    }
    for (int lag : new int[] {1, 2, WIDTH, half / 2, half}) {
      assertThat(correlation(one, one, lag)).as("lag %s", lag).isCloseTo(0, within(tolerance));
    }
    assertThat(correlation(one, next, 0)).as("steps").isCloseTo(0, within(tolerance));
  }

  @Test
  @DisplayName("of a member depend on its own seed only")
  void areIndependent() throws IOException {
    float[] one = masks(5, 6);
    float[] other = masks(5, 7);
    int half = one.length / 2;
    assertThat(java.util.Arrays.copyOf(other, half)).isEqualTo(java.util.Arrays.copyOf(one, half));
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  @DisplayName("keep more when the rate is scheduled down, and the same at its full strength")
  void areScheduled() throws IOException {
    assertThat(masks(5, 6, 1.0)).usingComparatorWithPrecision(1e-6f).containsExactly(masks(5, 6));
    double kept = 1 - RATE / 2;
    float[] half = masks(5, 6, 0.5);
    int zeroes = 0;
    for (float cell : half) {
      assertThat(cell == 0 || Math.abs(cell - 1 / kept) < 1e-5).isTrue();
      zeroes += cell == 0 ? 1 : 0;
    }
    assertThat((double) zeroes / half.length)
        .isCloseTo(RATE / 2, within(4 / Math.sqrt(half.length)));
    assertThat(masks(5, 6, 0.0)).containsOnly(1f);
  }

  private static float[] masks(long first, long second) throws IOException {
    return masks(first, second, null);
  }

  private static float[] masks(long first, long second, @Nullable Double decay) throws IOException {
    GraphBuilder graph = new GraphBuilder();
    Value x = graph.input("x", new TensorType(DType.F32, Shape.rows(WIDTH), true));
    graph.output("y", graph.dropout(x, RATE));
    TrainingPlan plan = new TrainingPlan(MEMBERS, BATCH, 1, 1, 0, 0);
    DropoutScript dropout = new DropoutScript(graph.build(), "y", plan, decay != null);
    Text text = new Text();
    text.begin("def draw(self: " + ScriptArchive.TYPE + ", seeds: Tensor) -> Tensor:");
    text.line("i = 0");
    if (decay != null) {
      text.line("decay = torch.full([], " + decay + ")");
    }
    dropout.prepare(text);
    dropout.draw(text);
    text.line("return masks[0]");
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    new ScriptArchive(text.toString(), List.of()).writeTo(archive);
    try (EngineThread thread = EngineThread.enter();
        ScriptModule module = thread.load(archive.toByteArray());
        ScriptModule.Call call = module.call("draw")) {
      IntBuffer seeds = IntBuffer.wrap(new int[] {(int) first, (int) second});
      return call.with(seeds, DataType.INT32, 1, MEMBERS).run().get(0).floats();
    }
  }

  private static double correlation(float[] a, float[] b, int lag) {
    double scale = (1 - RATE) / RATE;
    double sum = 0;
    for (int i = 0; i + lag < a.length; i++) {
      sum += (a[i] - 1) * (b[i + lag] - 1) * scale;
    }
    return sum / (a.length - lag);
  }
}
