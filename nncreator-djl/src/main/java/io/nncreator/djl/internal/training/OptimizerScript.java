// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.TensorType;
import io.nncreator.api.graph.Value;
import io.nncreator.api.training.Optimizer;
import io.nncreator.djl.internal.torchscript.ConstantPool;
import io.nncreator.djl.internal.torchscript.GraphScript;
import io.nncreator.djl.internal.torchscript.ScriptArchive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the updates of any {@link Optimizer} as its {@code lower} states them: one function for
 * each shape of parameter and its factors.
 */
final class OptimizerScript implements UpdateScript {
  private final Optimizer optimizer;
  private final boolean scheduled;
  private final Parameters parameters;
  private final int members;
  private final boolean ownRates;
  private final Map<Rule, String> functions = new LinkedHashMap<>();

  /** What makes two updates the same function. */
  private record Rule(Shape shape, double rate, double decay) {}

  OptimizerScript(ProgramContext program) {
    this.optimizer = program.recipe().optimizer();
    this.scheduled = program.recipe().regularization() != null;
    this.parameters = program.parameters();
    this.members = program.plan().members();
    this.ownRates = program.rates().differ();
    for (int i = 0; i < parameters.trained().size(); i++) {
      functions.computeIfAbsent(rule(i), fresh -> "update" + functions.size());
    }
  }

  @Override
  public List<String> lists() {
    return List.of();
  }

  @Override
  public void start(Text text) {}

  @Override
  public void declare(Text text, ConstantPool constants) {
    functions.forEach((rule, name) -> function(text, name, rule, constants));
  }

  @Override
  public void update(Text text) {
    for (int i = 0; i < parameters.trained().size(); i++) {
      StringBuilder call = new StringBuilder("u = (self)." + functions.get(rule(i)));
      call.append("(w[").append(i).append("], gs[").append(i).append(']');
      for (int j = 0; j < optimizer.stateSize(); j++) {
        call.append(", self.s").append(j).append('[').append(i).append(']');
      }
      text.line(call.append(scheduled ? ", rate, self.t, decay)" : ", rate, self.t)").toString());
      text.line("torch.copy_(w[" + i + "], u[0])");
      for (int j = 0; j < optimizer.stateSize(); j++) {
        text.line("torch.copy_(self.s" + j + "[" + i + "], u[" + (j + 1) + "])");
      }
    }
  }

  private Rule rule(int trained) {
    ParameterSpec spec = parameters.trainedAt(trained);
    return new Rule(spec.shape(), spec.group().rate(), spec.decay());
  }

  private void function(Text text, String name, Rule rule, ConstantPool constants) {
    Map<String, String> arguments = new LinkedHashMap<>();
    Graph graph = graph(rule, arguments);
    long[] ones = new long[rule.shape().rank()];
    Arrays.fill(ones, 1);
    String like = ", " + Arrays.toString(ones) + ")";
    String ofRate = ownRates ? like.replace("[", "[" + members + ", ") : like;
    arguments.put("rate", "torch.reshape(rate" + ofRate);
    arguments.put("step", "torch.reshape(step" + like);
    if (scheduled) {
      arguments.put("decay", "torch.reshape(decay" + like);
    }
    List<String> signature = new ArrayList<>(List.of("self: " + ScriptArchive.TYPE));
    graph.inputs().keySet().forEach(input -> signature.add(input + ": Tensor"));
    text.begin("def " + name + "(" + String.join(", ", signature) + ") -> List[Tensor]:");
    GraphScript script = new GraphScript(graph, members, false, constants).inputs(arguments);
    String[] results = graph.outputs().keySet().toArray(String[]::new);
    text.lines(script.lines(results));
    List<String> read = Arrays.stream(results).map(script::read).toList();
    text.line("return [" + String.join(", ", read) + "]").end();
  }

  private Graph graph(Rule rule, Map<String, String> arguments) {
    GraphBuilder graph = new GraphBuilder();
    TensorType type = new TensorType(DType.F32, rule.shape(), true);
    Value parameter = input(graph, "parameter", type, arguments);
    Value gradient = input(graph, "gradient", type, arguments);
    List<Value> state = new ArrayList<>();
    for (int i = 0; i < optimizer.stateSize(); i++) {
      state.add(input(graph, "state" + i, type, arguments));
    }
    long[] ones = new long[rule.shape().rank()];
    Arrays.fill(ones, 1);
    TensorType scalar = new TensorType(DType.F32, Shape.of(ones), false);
    TensorType paceType = new TensorType(DType.F32, Shape.of(ones), ownRates);
    Value rate = input(graph, "rate", paceType, arguments);
    Value step = input(graph, "step", scalar, arguments);
    Value decay = graph.scalarLike(rate, rule.decay());
    if (scheduled) {
      decay = graph.binary(BinaryKind.MUL, decay, input(graph, "decay", scalar, arguments));
    }
    Value paced = graph.binary(BinaryKind.MUL, rate, graph.scalarLike(rate, rule.rate()));
    Optimizer.Update update =
        optimizer.lower(
            graph, parameter, gradient, state, paced, step, rule.decay() > 0 ? decay : null);
    graph.output("parameter", update.parameter());
    for (int i = 0; i < update.state().size(); i++) {
      graph.output("state" + i, update.state().get(i));
    }
    return graph.build();
  }

  private static Value input(
      GraphBuilder graph, String name, TensorType type, Map<String, String> arguments) {
    arguments.put(name, name);
    return graph.input(name, type);
  }
}
