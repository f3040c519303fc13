// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the drawing of dropout masks. Each member and step has a generator of its own, seeded from
 * Java: masks depend neither on the other members nor on how steps are grouped into calls, and
 * trainings in parallel share no state. Masks of one rate are drawn together.
 */
final class DropoutScript {
  private final TrainingPlan plan;
  private final Map<Double, List<Node>> byRate = new LinkedHashMap<>();

  DropoutScript(Graph graph, TrainingPlan plan) {
    this.plan = plan;
    for (Node node : graph.nodesFor(LossGraph.LOSS)) {
      if (node.op() instanceof Op.Dropout dropout) {
        byRate.computeIfAbsent(dropout.rate(), rate -> new ArrayList<>()).add(node);
      }
    }
  }

  boolean isEmpty() {
    return byRate.isEmpty();
  }

  /** Returns the expressions of the masks in the list {@code masks}, by node id. */
  Map<Integer, String> masks() {
    Map<Integer, String> masks = new LinkedHashMap<>();
    byRate
        .values()
        .forEach(
            nodes ->
                nodes.forEach(
                    node -> masks.put(node.output().id(), "masks[" + masks.size() + "]")));
    return masks;
  }

  /** Writes the drawing of one step's masks; {@code seeds[i]} holds a seed for each member. */
  void draw(Text text) {
    text.line("masks = annotate(List[Tensor], [])");
    List<List<Node>> groups = List.copyOf(byRate.values());
    for (int g = 0; g < groups.size(); g++) {
      text.line("q" + g + " = torch.empty([" + plan.members() + ", " + size(groups.get(g)) + "])");
    }
    text.line("seed = torch.select(seeds, 0, i)");
    text.begin("for k in range(" + plan.members() + "):");
    text.line(
        "source = torch.Generator(device=torch.device(\"cpu\"),"
            + " seed=int(torch.select(seed, 0, k)))");
    int g = 0;
    for (double rate : byRate.keySet()) {
      String row = "torch.select(q" + g++ + ", 0, k)";
      text.line("torch.bernoulli_(" + row + ", " + (1 - rate) + ", generator=source)");
    }
    text.end();
    g = 0;
    for (Map.Entry<Double, List<Node>> group : byRate.entrySet()) {
      text.line("torch.mul_(q" + g + ", " + 1 / (1 - group.getKey()) + ")");
      long offset = 0;
      for (Node node : group.getValue()) {
        long size = size(List.of(node));
        String part = "torch.narrow(q" + g + ", 1, " + offset + ", " + size + ")";
        text.line("torch.append(masks, torch.reshape(" + part + ", " + dims(node) + "))");
        offset += size;
      }
      g++;
    }
  }

  private long size(List<Node> nodes) {
    return nodes.stream().mapToLong(node -> node.output().shape().elements()).sum() * plan.batch();
  }

  private String dims(Node node) {
    List<Long> dims = new ArrayList<>();
    if (plan.members() > 1) {
      dims.add((long) plan.members());
    }
    for (long dim : node.output().shape().dims()) {
      dims.add(dim < 0 ? plan.batch() : dim);
    }
    return dims.toString();
  }
}
