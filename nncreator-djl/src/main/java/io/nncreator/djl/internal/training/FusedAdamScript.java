// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.ParameterGroup;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.training.AdamW;
import io.nncreator.api.training.TrainingRecipe;
import io.nncreator.djl.internal.torchscript.ConstantPool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes AdamW by PyTorch's fused kernel: one pass over memory for each parameter.
 *
 * <p>The kernel's operands are lists held by the module. Lists made in the method would let the
 * compiler believe that nobody reads what the kernel writes, and drop the call.
 */
final class FusedAdamScript implements UpdateScript {
  private final AdamW adam;
  private final boolean scheduled;
  private final List<Group> groups = new ArrayList<>();

  /** Parameters with the same factors, by their index among the trained ones. */
  private record Group(List<Integer> trained, double rate, double decay) {}

  FusedAdamScript(AdamW adam, TrainingRecipe recipe, Parameters parameters) {
    this.adam = adam;
    this.scheduled = recipe.regularization() != null;
    Map<ParameterGroup, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < parameters.trained().size(); i++) {
      ParameterSpec parameter = parameters.trainedAt(i);
      double decay = adam.weightDecay() > 0 ? parameter.decay() : 0;
      alike
          .computeIfAbsent(
              new ParameterGroup(parameter.group().rate(), decay), fresh -> new ArrayList<>())
          .add(i);
    }
    alike.forEach(
        (factors, trained) ->
            groups.add(new Group(trained, factors.rate(), factors.decay() * adam.weightDecay())));
  }

  @Override
  public List<String> lists() {
    List<String> lists = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      lists.addAll(List.of("aw" + g, "am" + g, "av" + g));
    }
    return lists;
  }

  @Override
  public void declare(Text text, ConstantPool constants) {}

  @Override
  public void start(Text text) {
    for (int g = 0; g < groups.size(); g++) {
      String group = String.valueOf(g);
      for (int i : groups.get(g).trained()) {
        text.line("torch.append(self.aw" + group + ", w[" + i + "])");
        text.line("torch.append(self.am" + group + ", self.s0[" + i + "])");
        text.line("torch.append(self.av" + group + ", self.s1[" + i + "])");
      }
    }
  }

  @Override
  public void update(Text text) {
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      text.line(
          "torch._fused_adamw_("
              + String.join(
                  ", ",
                  "self.aw" + g,
                  Text.elements("gs", group.trained()),
                  "self.am" + g,
                  "self.av" + g,
                  "annotate(List[Tensor], [])",
                  Collections.nCopies(group.trained().size(), "self.t").toString(),
                  "lr=" + (group.rate() == 1 ? "rate" : "torch.mul(rate, " + group.rate() + ")"),
                  "beta1=" + adam.beta1(),
                  "beta2=" + adam.beta2(),
                  "weight_decay="
                      + (scheduled && group.decay() > 0
                          ? "float(torch.mul(decay, " + group.decay() + "))"
                          : String.valueOf(group.decay())),
                  "eps=" + adam.epsilon(),
                  "amsgrad=False",
                  "maximize=False)"));
    }
  }
}
