// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.djl.internal.torchscript.GraphScript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the steps: rows, masks, loss, gradients, clipping, update. */
final class StepScript {
  private final ProgramContext program;
  private final UpdateScript updates;
  private final boolean writesGradients;

  /**
   * Creates the part.
   *
   * @param writesGradients whether derivatives are written where they can be, instead of left to
   *     PyTorch's tape
   */
  StepScript(ProgramContext program, UpdateScript updates, boolean writesGradients) {
    this.program = program;
    this.updates = updates;
    this.writesGradients = writesGradients;
  }

  /** Does the steps whose row indices are given, then closes the epoch unless its number is 0. */
  void write(Text text) {
    boolean written = writesGradients && gradients(text);
    if (!written) {
      loss(text);
    }
    text.begin(
        "def run("
            + ProgramContext.SELF
            + ", at: Tensor, rates: Tensor, seeds: Tensor, epoch: Tensor) -> Tensor:");
    text.line("torch.set_grad_enabled(False)");
    text.line("n = torch.size(at, 0)");
    text.line("flat = torch.reshape(at, [-1])");
    for (ProgramContext.RowInput row : program.rows().values()) {
      String gathered = "torch.index_select(" + row.attribute() + ", 0, flat)";
      String dims = "[n, " + program.plan().stride() + ", " + row.width() + "]";
      text.line(row.local() + "s = torch.reshape(" + gathered + ", " + dims + ")");
    }
    text.line("p = self.p");
    text.line("w = " + Text.elements("p", program.parameters().trained()));
    program.dropout().prepare(text);
    text.begin("for i in range(n):");
    step(text, written);
    text.end();
    text.line("closed = int(epoch)");
    text.begin("if torch.gt(closed, 0):");
    text.line("(self).validate(0, " + program.plan().validationBatches() + ")");
    text.line("report = (self).finish(closed)").end();
    text.begin("else:").line("report = torch.zeros([0], dtype=7)").end();
    text.line("return report").end();
  }

  private void step(Text text, boolean written) {
    boolean padded = program.plan().stride() != program.plan().members() * program.plan().batch();
    for (ProgramContext.RowInput row : program.rows().values()) {
      String slab = "torch.select(" + row.local() + "s, 0, i)";
      if (padded) {
        slab =
            "torch.narrow("
                + slab
                + ", 0, 0, "
                + program.plan().members() * program.plan().batch()
                + ")";
      }
      text.line(row.local() + " = " + program.byMember(slab, program.plan().batch(), row.width()));
    }
    text.line("pace = torch.select(rates, 0, i)");
    text.line("rate = torch.select(pace, 0, " + ProgramContext.RATE + ")");
    program.rates().apply(text, program.constants());
    if (program.recipe().regularization() != null) {
      text.line("decay = torch.select(pace, 0, " + ProgramContext.DECAY + ")");
    }
    program.dropout().draw(text);
    if (written) {
      text.line("all = (self).gradients(p" + program.passed() + ", masks)");
      text.line("l = all[0]");
      text.line("gs = torch.slice(all, 1, " + (program.parameters().trained().size() + 1) + ", 1)");
    } else {
      taped(text);
    }
    text.line("l = " + (program.plan().members() == 1 ? "torch.mean(l)" : "torch.mean(l, [1, 2])"));
    if (program.recipe().clipNorm() > 0) {
      clip(text);
    }
    text.line("torch.add_(self.t, 1)");
    updates.update(text);
    text.line("torch.add_(self.tot, l)");
    if (program.recipe().averaging() != null) {
      String fresh = "torch.select(pace, 0, " + ProgramContext.FRESH + ")";
      text.line("torch._foreach_lerp_(self.e, self.p, float(" + fresh + "))");
    }
  }

  /** The loss of each row and the gradients by PyTorch's automatic differentiation. */
  private void taped(Text text) {
    text.line("torch.set_grad_enabled(True)");
    text.line("l = (self).loss(p" + program.passed() + ", masks)");
    String total = "torch.div(torch.sum(l), " + program.plan().batch() + ")";
    text.line("g = torch.grad([" + total + "], w)");
    text.line("torch.set_grad_enabled(False)");
    text.line("l = torch.detach(l)");
    List<String> gradients =
        IntStream.range(0, program.parameters().trained().size())
            .mapToObj(i -> "torch.contiguous(unchecked_cast(Tensor, g[" + i + "]))")
            .toList();
    text.line("gs = [" + String.join(", ", gradients) + "]");
  }

  /** Shrinks each member's gradient to the largest norm; Pascanu et al., arXiv 1211.5063. */
  private void clip(Text text) {
    String limit = String.valueOf(program.recipe().clipNorm());
    if (program.plan().members() == 1) {
      text.line("norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gs)))");
      text.line(
          "gs = torch._foreach_mul(gs, torch.div("
              + "torch.full([], "
              + limit
              + "), torch.clamp_min(norm, "
              + limit
              + ")))");
      return;
    }
    List<String> norms = new ArrayList<>();
    for (int i = 0; i < program.parameters().trained().size(); i++) {
      String axes = Text.axes(program.parameters().trainedAt(i).shape().rank());
      norms.add("torch.linalg_vector_norm(gs[" + i + "], 2, " + axes + ")");
    }
    text.line(
        "norm = torch.linalg_vector_norm(torch.stack([" + String.join(", ", norms) + "]), 2, [0])");
    text.line(
        "scale = torch.div(torch.full([], " + limit + "), torch.clamp_min(norm, " + limit + "))");
    List<String> scaled = new ArrayList<>();
    for (int i = 0; i < program.parameters().trained().size(); i++) {
      scaled.add(
          "torch.mul(gs["
              + i
              + "], "
              + program.spread("scale", program.parameters().trainedAt(i))
              + ")");
    }
    text.line("gs = [" + String.join(", ", scaled) + "]");
  }

  /** The loss of each row and the gradients, by written derivatives; false if there are none. */
  private boolean gradients(Text text) {
    GraphScript script = program.script(true);
    Parameters parameters = program.parameters();
    List<String> names =
        parameters.trained().stream().map(i -> parameters.all().get(i).name()).toList();
    List<String> lines = script.gradientLines(LossGraph.LOSS, program.plan().batch(), names);
    if (lines == null) {
      return false;
    }
    String arguments = program.arguments() + ", masks: List[Tensor]";
    text.begin("def gradients(" + arguments + ") -> List[Tensor]:").lines(lines);
    List<String> results = new ArrayList<>(List.of(script.read(LossGraph.LOSS)));
    IntStream.range(0, names.size()).forEach(i -> results.add("g" + i));
    text.line("return [" + String.join(", ", results) + "]").end();
    return true;
  }

  private void loss(Text text) {
    GraphScript script = program.script(true);
    text.begin("def loss(" + program.arguments() + ", masks: List[Tensor]) -> Tensor:");
    text.lines(script.lines(LossGraph.LOSS));
    text.line("return " + script.read(LossGraph.LOSS)).end();
  }
}
