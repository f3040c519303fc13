// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.Optimizer;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.djl.internal.torchscript.Attribute;
import io.nncreator.djl.internal.torchscript.ScriptArchive;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the program that trains one request. The module holds rows, weights and all state; a call
 * of {@code run} does any number of steps of an epoch. {@link TrainingProgram} is the Java side.
 *
 * <p>Attributes: rows {@code x0, x1, y}; weights {@code p}, kept weights {@code b} and averaged
 * ones {@code e}; state of the optimiser {@code s0, s1, ..} and number of updates {@code t};
 * validation rows {@code vi}, their weights {@code vw} and loss {@code vs}, whether a member {@code
 * has} some; for each member the epoch's sum of losses {@code tot}, best loss {@code bl}, best
 * epoch {@code be}, status {@code st}.
 */
final class TrainingScript {
  private static final List<String> TENSORS =
      List.of("x0", "x1", "y", "vi", "vw", "vs", "has", "tot", "bl", "be", "st", "t");

  private TrainingScript() {}

  /**
   * Returns the program.
   *
   * @param writesGradients whether derivatives are written where they can be, instead of left to
   *     PyTorch's tape
   */
  static ScriptArchive of(
      TrainingRequest request, TrainingPlan plan, Graph graph, boolean writesGradients) {
    ProgramContext program = ProgramContext.of(request, plan, graph);
    Optimizer optimizer = request.recipe().optimizer();
    UpdateScript updates =
        optimizer instanceof AdamW adam && !program.rates().differ()
            ? new FusedAdamScript(adam, request.recipe(), program.parameters())
            : new OptimizerScript(program);
    Text text = new Text();
    updates.declare(text, program.constants());
    StateScript state = new StateScript(program, updates);
    state.start(text);
    state.state(text);
    new SelectionScript(program).write(text);
    new StepScript(program, updates, writesGradients).write(text);
    List<Attribute> attributes = new ArrayList<>(program.constants().attributes());
    attributes.add(Attribute.list("p"));
    attributes.add(Attribute.list("b"));
    attributes.add(Attribute.list("e"));
    for (int slot = 0; slot < optimizer.stateSize(); slot++) {
      attributes.add(Attribute.list("s" + slot));
    }
    updates.lists().forEach(list -> attributes.add(Attribute.list(list)));
    Tensor filler = Tensor.of(new float[1], 1);
    TENSORS.forEach(tensor -> attributes.add(Attribute.buffer(tensor, filler)));
    return new ScriptArchive(text.toString(), attributes);
  }
}
