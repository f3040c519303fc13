// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.api.graph.Tensor;
import io.nncreator.api.training.Member;
import io.nncreator.djl.internal.torchscript.ConstantPool;
import java.util.List;

/**
 * The members' own factors on the learning rate.
 *
 * @param factors one for each member
 */
record MemberRates(List<Double> factors) {
  MemberRates {
    factors = List.copyOf(factors);
  }

  static MemberRates of(List<Member> members) {
    return new MemberRates(members.stream().map(Member::rate).toList());
  }

  /** Returns whether members learn at different rates, so that the rate is a vector of theirs. */
  boolean differ() {
    return factors.stream().distinct().count() > 1;
  }

  /** Writes the rate of a step, from that of the recipe. */
  void apply(Text text, ConstantPool constants) {
    if (differ()) {
      float[] values = new float[factors.size()];
      for (int k = 0; k < values.length; k++) {
        values[k] = factors.get(k).floatValue();
      }
      String vector = constants.reference(Tensor.of(values, values.length));
      text.line("rate = torch.mul(rate, " + vector + ")");
    } else if (factors.get(0) != 1) {
      text.line("rate = torch.mul(rate, " + factors.get(0) + ")");
    }
  }
}
