// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

import io.nncreator.api.task.UnderstoodTask;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The task is unclear, contradictory or not built by this version. */
public final class TaskException extends NnCreatorException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable UnderstoodTask understood;

  /** Creates an error. */
  public TaskException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * Creates an error of a task that was understood.
   *
   * @param understood as far as it was, or null
   */
  public TaskException(ErrorCode code, String message, @Nullable UnderstoodTask understood) {
    super(code, message, null);
    this.understood = understood;
  }

  /** Returns what was understood; empty if nothing, or after the error was serialised. */
  public Optional<UnderstoodTask> understood() {
    return Optional.ofNullable(understood);
  }
}
