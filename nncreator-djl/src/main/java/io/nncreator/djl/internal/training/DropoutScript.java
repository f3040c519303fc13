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
 * Writes the drawing of dropout masks. An element is kept or not by a hash of its place and of a
 * seed that Java gives for each step and member: masks depend neither on the other members nor on
 * how steps are grouped into calls, and trainings in parallel share no state. Passing over whole
 * tensors, the hash is more than twice as fast as PyTorch's generator.
 */
final class DropoutScript {
  /** Spreads places over all 32 bits: 2^32 divided by the golden ratio. */
  private static final int SPREAD = 0x9e3779b9;

  /** The multipliers of MurmurHash3's 32-bit finaliser. */
  private static final int FIRST = 0x85ebca6b;

  private static final int SECOND = 0xc2b2ae35;

  /** The number of hashes. */
  private static final double HASHES = 0x1p32;

  private final TrainingPlan plan;
  private final boolean scheduled;
  private final Map<Double, List<Node>> byRate = new LinkedHashMap<>();

  /**
   * Creates the part.
   *
   * @param scheduled whether the program has a factor on all rates, {@code decay}, in each step
   */
  DropoutScript(Graph graph, String output, TrainingPlan plan, boolean scheduled) {
    this.plan = plan;
    this.scheduled = scheduled;
    for (Node node : graph.nodesFor(output)) {
      if (node.op() instanceof Op.Dropout dropout) {
        byRate.computeIfAbsent(dropout.rate(), rate -> new ArrayList<>()).add(node);
      }
    }
  }

  /** Returns the expressions of the masks in the list {@code masks}, by node id. */
  Map<Integer, String> masks() {
    Map<Integer, String> masks = new LinkedHashMap<>();
    for (List<Node> nodes : byRate.values()) {
      nodes.forEach(node -> masks.put(node.output().id(), "masks[" + masks.size() + "]"));
    }
    return masks;
  }

  /** Writes what all steps share. */
  void prepare(Text text) {
    if (byRate.isEmpty()) {
      return;
    }
    long hashes = byRate.values().stream().mapToLong(this::hashes).sum();
    text.line("places = torch.mul(torch.arange(" + hashes + ", dtype=3), " + SPREAD + ")");
  }

  /** Writes the masks of step {@code i}; {@code seeds[i]} holds a number for each member. */
  void draw(Text text) {
    text.line("masks = annotate(List[Tensor], [])");
    if (byRate.isEmpty()) {
      return;
    }
    String seed = "torch.reshape(torch.select(seeds, 0, i), [" + plan.members() + ", 1])";
    text.line("h = torch.add(places, " + seed + ")");
    text.line("torch.bitwise_xor_(h, torch.__rshift__(h, 16))");
    text.line("torch.mul_(h, " + FIRST + ")");
    text.line("torch.bitwise_xor_(h, torch.__rshift__(h, 13))");
    text.line("torch.mul_(h, " + SECOND + ")");
    // PyTorch shifts the sign in, which must not get into the upper half.
    text.line("torch.bitwise_xor_(h, torch.bitwise_and(torch.__rshift__(h, 16), 65535))");
    long offset = 0;
    for (Map.Entry<Double, List<Node>> group : byRate.entrySet()) {
      mask(text, group.getKey(), narrow("h", offset, hashes(group.getValue())));
      offset += hashes(group.getValue());
      long start = 0;
      for (Node node : group.getValue()) {
        String mask = narrow("q", start, size(List.of(node)));
        text.line("torch.append(masks, torch.reshape(" + mask + ", " + dims(node) + "))");
        start += size(List.of(node));
      }
    }
  }

  /**
   * Writes {@code q}: 0 where a hash is too large, else what makes up for the zeroes. The upper
   * half of a hash decides about one element, the lower half about another.
   */
  private void mask(Text text, double rate, String hashes) {
    String factor = String.valueOf(1 / (1 - rate));
    long below = Math.round((1 - rate) * HASHES + Integer.MIN_VALUE);
    String limit = String.valueOf(Math.min(below, Integer.MAX_VALUE));
    if (scheduled) {
      text.line("kept = torch.rsub(torch.mul(torch.to(decay, 7), " + rate + "), 1)");
      factor = "torch.to(torch.reciprocal(kept), 6)";
      String least =
          "torch.sub(torch.mul(kept, " + HASHES + "), " + -(double) Integer.MIN_VALUE + ")";
      text.line("limit = torch.to(torch.clamp_max(" + least + ", " + Integer.MAX_VALUE + "), 3)");
      limit = "limit";
    }
    text.line("u = " + hashes);
    text.line(
        "fits = [torch.lt(u, " + limit + "), torch.lt(torch.__lshift__(u, 16), " + limit + ")]");
    text.line("q = torch.mul(torch.cat(fits, 1), " + factor + ")");
  }

  private static String narrow(String tensor, long start, long length) {
    return "torch.narrow(" + tensor + ", 1, " + start + ", " + length + ")";
  }

  private long size(List<Node> nodes) {
    return nodes.stream().mapToLong(node -> node.output().shape().elements()).sum() * plan.batch();
  }

  private long hashes(List<Node> nodes) {
    return (size(nodes) + 1) / 2;
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
