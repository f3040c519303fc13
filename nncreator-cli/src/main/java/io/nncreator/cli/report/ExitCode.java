// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.report;

/** What the exit codes of the process mean; {@code docs/cli.md} explains them. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** The task, the data or the bundle does not allow it. */
  public static final int REFUSED = 1;

  /** The command was not understood. */
  public static final int USAGE = 2;

  /** The machine does not allow it: a part is missing, memory or a folder cannot be used. */
  public static final int MACHINE = 3;

  /** A fault of NNCreator itself. */
  public static final int BUG = 4;

  /** Cancelled with the interrupt key. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
