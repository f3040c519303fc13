// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.training.AdamW;
import io.nncreator.djl.internal.torchscript.ConstantPool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes AdamW by PyTorch's fused kernel: one pass over memory for each parameter.
 *
 * <p>The kernel's operands are lists held by the module. Lists made in the method would let the
 * compiler believe that nobody reads what the kernel writes, and drop the call.
 */
final class FusedAdamScript implements UpdateScript {
  private final AdamW adam;
  private final List<Group> groups = new ArrayList<>();

  /** Parameters with one weight decay, by their index among the trained ones. */
  private record Group(List<Integer> trained, double decay) {}

  FusedAdamScript(AdamW adam, Parameters parameters) {
    this.adam = adam;
    List<Integer> decayed = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    IntStream.range(0, parameters.trained().size())
        .forEach(
            i -> {
              boolean decays = adam.weightDecay() > 0 && parameters.trainedAt(i).decayed();
              (decays ? decayed : others).add(i);
            });
    if (!decayed.isEmpty()) {
      groups.add(new Group(decayed, adam.weightDecay()));
    }
    if (!others.isEmpty()) {
      groups.add(new Group(others, 0));
    }
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
                  "lr=rate",
                  "beta1=" + adam.beta1(),
                  "beta2=" + adam.beta2(),
                  "weight_decay=" + group.decay(),
                  "eps=" + adam.epsilon(),
                  "amsgrad=False",
                  "maximize=False)"));
    }
  }
}
