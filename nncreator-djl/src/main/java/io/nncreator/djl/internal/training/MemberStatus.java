// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl.internal.training;

/** How a member stands, as a number in the program. */
final class MemberStatus {
  static final int ACTIVE = 0;
  static final int STOPPED = 1;
  static final int DIVERGED = 2;

  private MemberStatus() {}
}
