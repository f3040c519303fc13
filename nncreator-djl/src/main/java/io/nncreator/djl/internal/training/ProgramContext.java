// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.network.FeatureLayout;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.api.training.Precision;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.djl.internal.torchscript.ConstantPool;
import io.nncreator.djl.internal.torchscript.GraphScript;
import io.nncreator.djl.internal.torchscript.ScriptArchive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the parts of a training program share.
 *
 * @param plan sizes
 * @param recipe how to train
 * @param rates of the members
 * @param graph from rows to the loss of each row
 * @param parameters of the graph
 * @param dropout masks of the graph
 * @param constants fixed tensors of the program
 * @param rows tensors of rows that the graph reads, by the name of its input
 * @param outputs number of the network's outputs
 */
record ProgramContext(
    TrainingPlan plan,
    TrainingRecipe recipe,
    MemberRates rates,
    Graph graph,
    Parameters parameters,
    DropoutScript dropout,
    ConstantPool constants,
    Map<String, RowInput> rows,
    int outputs) {
  /** The first argument of every method. */
  static final String SELF = "self: " + ScriptArchive.TYPE;

  /** Places of a step's numbers in its row of {@code rates}: the learning rate. */
  static final int RATE = 0;

  /** The factor on dropout rates and weight decay. */
  static final int DECAY = 1;

  /** The share of the present weights in their average. */
  static final int FRESH = 2;

  /** How many numbers a step has. */
  static final int STEP_NUMBERS = 3;

  /**
   * A tensor of rows.
   *
   * @param attribute expression that reads all rows
   * @param local variable of the rows at hand
   * @param width elements of a row
   */
  record RowInput(String attribute, String local, int width) {}

  static ProgramContext of(TrainingRequest request, TrainingPlan plan, Graph graph) {
    Map<String, RowInput> rows = new LinkedHashMap<>();
    FeatureLayout layout = request.rows().layout();
    if (layout.numeric() > 0) {
      rows.put(NetworkAssembly.NUMERIC, new RowInput("self.x0", "x0", layout.numeric()));
    }
    if (!layout.cardinalities().isEmpty()) {
      rows.put(NetworkAssembly.CODES, new RowInput("self.x1", "x1", layout.cardinalities().size()));
    }
    rows.put(LossGraph.TARGET, new RowInput("self.y", "y", 1));
    return new ProgramContext(
        plan,
        request.recipe(),
        MemberRates.of(request.members()),
        graph,
        Parameters.of(graph),
        new DropoutScript(graph, LossGraph.LOSS, plan, request.recipe().regularization() != null),
        new ConstantPool(),
        rows,
        request.network().outputs());
  }

  /** Returns the arguments of a method that computes the graph with the weights {@code p}. */
  String arguments() {
    StringBuilder list = new StringBuilder(SELF + ", p: List[Tensor]");
    rows.values().forEach(row -> list.append(", ").append(row.local()).append(": Tensor"));
    return list.toString();
  }

  /** Returns the rows at hand as they are passed on, each with a comma before it. */
  String passed() {
    StringBuilder list = new StringBuilder();
    rows.values().forEach(row -> list.append(", ").append(row.local()));
    return list.toString();
  }

  /** Returns the graph's script over {@link #arguments} and, in training, {@code masks}. */
  GraphScript script(boolean training) {
    Map<String, String> inputs = new LinkedHashMap<>();
    rows.forEach((name, row) -> inputs.put(name, row.local()));
    return new GraphScript(graph, plan.members(), training, constants)
        .inputs(inputs)
        .rounding(training && recipe.precision() == Precision.BF16)
        .parameters(parameters.in("p"))
        .masks(dropout.masks());
  }

  /** Returns the list of the weights that are validated and kept. */
  String judged() {
    return recipe.averaging() == null ? "self.p" : "self.e";
  }

  /** Returns rows of all members, member by member, with the member as an axis of their own. */
  String byMember(String rows, int batch, int width) {
    return plan.members() == 1
        ? rows
        : "torch.reshape(" + rows + ", [" + plan.members() + ", " + batch + ", " + width + "])";
  }

  /** Returns a value per member with the axes of a parameter. */
  String spread(String vector, ParameterSpec parameter) {
    List<Long> dims = new ArrayList<>();
    if (plan.members() > 1) {
      dims.add((long) plan.members());
      dims.addAll(Collections.nCopies(parameter.shape().rank(), 1L));
    }
    return "torch.reshape(" + vector + ", " + dims + ")";
  }
}
