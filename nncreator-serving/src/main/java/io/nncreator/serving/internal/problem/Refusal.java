// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.problem;

import java.util.List;

/** A request that is not answered, with the reason. Carries no stack trace. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<FieldProblem> problems;

  /** Creates a refusal. */
  public Refusal(int status, String detail) {
    this(status, detail, List.of());
  }

  /**
   * Creates a refusal.
   *
   * @param status HTTP status, 400 to 599
   * @param detail the fact, then what may help; never text of a library, a path or a stack trace
   * @param problems parts of the request that are wrong
   */
  public Refusal(int status, String detail, List<FieldProblem> problems) {
    super(detail, null, false, false);
    this.status = status;
    this.problems = List.copyOf(problems);
  }

  /** Refuses a request whose part cannot be read. */
  public static Refusal invalid(String pointer, String detail) {
    return new Refusal(400, detail, List.of(new FieldProblem(pointer, null, null, detail)));
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the fact, then what may help. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Returns the parts of the request that are wrong. */
  public List<FieldProblem> problems() {
    return problems;
  }

  /**
   * Returns why it is refused in the words of the metrics, or null for plain errors of the path.
   */
  public @org.jspecify.annotations.Nullable String reason() {
    return switch (status) {
      case 400, 408, 415, 417, 431 -> "invalid";
      case 413 -> "too_large";
      case 429 -> "queue_full";
      case 503 -> "draining";
      case 504 -> "deadline";
      default -> null;
    };
  }
}
