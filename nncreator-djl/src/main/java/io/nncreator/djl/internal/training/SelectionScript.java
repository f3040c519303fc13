// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.djl.internal.torchscript.GraphScript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes validation and what follows from it: which members go on and whose weights are kept. */
final class SelectionScript {
  private final ProgramContext program;

  SelectionScript(ProgramContext program) {
    this.program = program;
  }

  void write(Text text) {
    assess(text);
    validate(text);
    finish(text);
    adopt(text);
    answer(text);
  }

  /** Outputs and loss of each row, without dropout. */
  private void assess(Text text) {
    GraphScript script = program.script(false);
    text.begin("def assess(" + program.arguments() + ") -> List[Tensor]:");
    text.lines(script.lines(LossGraph.OUTPUTS, LossGraph.JUDGED));
    String members = ", [" + program.plan().members() + ", -1";
    text.line(
        "return [torch.reshape("
            + script.read(LossGraph.OUTPUTS)
            + members
            + ", "
            + program.outputs()
            + "]), torch.reshape("
            + script.read(LossGraph.JUDGED)
            + members
            + "])]");
    text.end();
  }

  private void assessBatch(Text text) {
    text.line("at = torch.select(self.vi, 0, j)");
    int batch = program.plan().validationBatch();
    for (ProgramContext.RowInput row : program.rows().values()) {
      String gathered = "torch.index_select(" + row.attribute() + ", 0, at)";
      text.line(row.local() + " = " + program.byMember(gathered, batch, row.width()));
    }
    text.line("a = (self).assess(p" + program.passed() + ")");
  }

  /** Adds up the validation loss over some batches. */
  private void validate(Text text) {
    text.begin("def validate(" + ProgramContext.SELF + ", begin: int, end: int) -> Tensor:");
    text.line("torch.set_grad_enabled(False)");
    text.line("p = " + program.judged());
    text.begin("for i in range(torch.sub(end, begin)):");
    text.line("j = torch.add(i, begin)");
    assessBatch(text);
    text.line("torch.add_(self.vs, torch.sum(torch.mul(a[1], torch.select(self.vw, 0, j)), [1]))");
    text.end().line("return self.vs").end();
    text.begin(
        "def validate_batches(" + ProgramContext.SELF + ", begin: Tensor, end: Tensor) -> Tensor:");
    text.line("return (self).validate(int(begin), int(end))").end();
  }

  /**
   * Closes an epoch: finds members that diverged, improved or stopped, and keeps the weights of
   * those that improved. Returns for each member training loss, validation loss, best loss, best
   * epoch and status.
   */
  private void finish(Text text) {
    text.begin("def finish(" + ProgramContext.SELF + ", epoch: int) -> Tensor:");
    text.line("torch.set_grad_enabled(False)");
    text.line("free = torch.logical_not(self.has)");
    text.line("sound = torch.logical_and(torch.isfinite(self.tot), (self).sound())");
    text.line("sound = torch.logical_and(sound, torch.logical_or(torch.isfinite(self.vs), free))");
    text.line("active = torch.eq(self.st, 0)");
    text.line("good = torch.logical_and(active, sound)");
    text.line(
        "better = torch.logical_and(good, torch.logical_or(torch.lt(self.vs, self.bl), free))");
    text.line(
        "self.st = torch.where(torch.logical_and(active, torch.logical_not(sound)), "
            + MemberStatus.DIVERGED
            + ", self.st)");
    text.line("self.bl = torch.where(better, self.vs, self.bl)");
    text.line("self.be = torch.where(better, epoch, self.be)");
    if (program.recipe().patience() > 0) {
      text.line(
          "tired = torch.ge(torch.rsub(self.be, epoch), " + program.recipe().patience() + ")");
      text.line("tired = torch.logical_and(torch.logical_and(good, self.has), tired)");
      text.line("self.st = torch.where(tired, " + MemberStatus.STOPPED + ", self.st)");
    }
    text.begin("if bool(torch.all(better)):")
        .line("torch._foreach_copy_(self.b, " + program.judged() + ")")
        .end();
    text.begin("else:").begin("if bool(torch.any(better)):").line("(self).keep(better)").endIf();
    text.end();
    text.line("mean = torch.div(self.tot, " + program.plan().stepsPerEpoch() + ")");
    String kinds =
        Stream.of("mean", "self.vs", "self.bl", "self.be", "self.st")
            .map(kind -> "torch.to(" + kind + ", 7)")
            .collect(Collectors.joining(", "));
    text.line("report = torch.stack([" + kinds + "])");
    text.line("self.tot = torch.zeros_like(self.tot)");
    text.line("self.vs = torch.zeros_like(self.vs)");
    text.line("return report").end();
    text.begin("def finish_epoch(" + ProgramContext.SELF + ", epoch: Tensor) -> Tensor:");
    text.line("return (self).finish(int(epoch))").end();
    keep(text);
  }

  private void keep(Text text) {
    text.begin("def sound(" + ProgramContext.SELF + ") -> Tensor:");
    List<String> sums = new ArrayList<>();
    for (int i = 0; i < program.parameters().trained().size(); i++) {
      String tensor = "self.p[" + program.parameters().trained().get(i) + "]";
      String axes = Text.axes(program.parameters().trainedAt(i).shape().rank());
      sums.add(
          program.plan().members() == 1
              ? "torch.sum(" + tensor + ")"
              : "torch.sum(" + tensor + ", " + axes + ")");
    }
    text.line("total = torch.sum(torch.stack([" + String.join(", ", sums) + "]), [0])");
    text.line("return torch.isfinite(torch.reshape(total, [" + program.plan().members() + "]))")
        .end();
    text.begin("def keep(" + ProgramContext.SELF + ", chosen: Tensor) -> Tensor:");
    for (int i = 0; i < program.parameters().all().size(); i++) {
      String mask = program.spread("chosen", program.parameters().all().get(i));
      String item = "self.b[" + i + "]";
      text.line(
          "torch.copy_("
              + item
              + ", torch.where("
              + mask
              + ", "
              + program.judged()
              + "["
              + i
              + "], "
              + item
              + "))");
    }
    text.line("return chosen").end();
  }

  /**
   * Keeps the present weights of members that never finished an epoch, as far as they are sound.
   */
  private void adopt(Text text) {
    text.begin("def adopt(" + ProgramContext.SELF + ") -> Tensor:");
    text.line("torch.set_grad_enabled(False)");
    text.line("fresh = torch.logical_and(torch.eq(self.st, 0), torch.eq(self.be, 0))");
    text.line("return torch.to((self).keep(torch.logical_and(fresh, (self).sound())), 4)").end();
  }

  /** Outputs and losses of the kept weights for a validation batch. */
  private void answer(Text text) {
    text.begin("def answer(" + ProgramContext.SELF + ", batch: Tensor) -> List[Tensor]:");
    text.line("torch.set_grad_enabled(False)");
    text.line("j = int(batch)");
    text.line("p = self.b");
    assessBatch(text);
    text.line("return [torch.clone(a[0]), torch.clone(a[1])]").end();
  }
}
