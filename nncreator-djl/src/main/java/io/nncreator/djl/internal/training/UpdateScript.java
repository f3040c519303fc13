// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

import io.nncreator.djl.internal.torchscript.ConstantPool;
import java.util.List;

/**
 * Writes how parameters move. In the program {@code w} are the trained parameters, {@code gs} their
 * gradients, {@code self.s0}, {@code self.s1}, .. the optimiser's state, {@code rate} the learning
 * rate, {@code decay} the factor on the weight decay if it is scheduled, and {@code self.t} the
 * number of the step.
 */
interface UpdateScript {
  /** Returns the module's lists of tensors that the update needs. */
  List<String> lists();

  /** Writes the functions that the update calls. */
  void declare(Text text, ConstantPool constants);

  /** Writes what fills the lists. */
  void start(Text text);

  /** Writes one update of all trained parameters and of their state, in place. */
  void update(Text text);
}
