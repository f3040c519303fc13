// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import java.util.ArrayList;
import java.util.List;

/** Writes how rows and state get into the module and out of it. */
final class StateScript {
  private final ProgramContext program;
  private final UpdateScript updates;

  StateScript(ProgramContext program, UpdateScript updates) {
    this.program = program;
    this.updates = updates;
  }

  /** Takes rows and state over; copies what it will change. */
  void start(Text text) {
    int count = program.parameters().all().size();
    int trained = program.parameters().trained().size();
    text.begin(
        "def start("
            + ProgramContext.SELF
            + ", data: List[Tensor], state: List[Tensor]) -> Tensor:");
    int next = 0;
    for (ProgramContext.RowInput row : program.rows().values()) {
      text.line(row.attribute() + " = data[" + next++ + "]");
    }
    text.line("self.vi = torch.clone(data[" + next++ + "])");
    text.line("self.vw = torch.clone(data[" + next++ + "])");
    text.line("self.has = torch.gt(data[" + next + "], 0)");
    text.line("torch.set_grad_enabled(False)");
    next = copy(text, "p", 0, count);
    next = copy(text, "b", next, count);
    if (program.recipe().averaging() != null) {
      next = copy(text, "e", next, count);
    }
    for (int j = 0; j < program.recipe().optimizer().stateSize(); j++) {
      next = copy(text, "s" + j, next, trained);
    }
    for (String vector : List.of("tot", "bl", "be", "st", "t")) {
      text.line("self." + vector + " = torch.clone(state[" + next++ + "])");
    }
    text.line("self.vs = torch.zeros_like(self.tot)");
    for (int position : program.parameters().trained()) {
      text.line("torch.requires_grad_(self.p[" + position + "], True)");
    }
    text.line("w = " + Text.elements("self.p", program.parameters().trained()));
    updates.start(text);
    text.line("return self.t").end();
  }

  private static int copy(Text text, String list, int from, int count) {
    text.begin("for i in range(" + count + "):");
    text.line("torch.append(self." + list + ", torch.clone(state[torch.add(i, " + from + ")]))");
    text.end();
    return from + count;
  }

  void state(Text text) {
    text.begin("def state(" + ProgramContext.SELF + ") -> List[Tensor]:");
    text.line("r = annotate(List[Tensor], [])");
    List<String> lists = new ArrayList<>(List.of("p", "b"));
    if (program.recipe().averaging() != null) {
      lists.add("e");
    }
    for (int j = 0; j < program.recipe().optimizer().stateSize(); j++) {
      lists.add("s" + j);
    }
    for (String list : lists) {
      text.begin("for i in range(torch.len(self." + list + ")):");
      text.line("torch.append(r, torch.clone(torch.detach(self." + list + "[i])))").end();
    }
    for (String vector : List.of("tot", "bl", "be", "st", "t")) {
      text.line("torch.append(r, torch.clone(self." + vector + "))");
    }
    text.line("return r").end();
  }
}
