// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.doctor;

/**
 * What was found about one part.
 *
 * @param part name
 * @param state whether it is there
 * @param finding the evidence
 * @param remedy what to do, or what it would add; empty if nothing
 */
public record Check(String part, State state, String finding, String remedy) {
  /** Whether a part is there. */
  public enum State {
    /** It is. */
    OK,
    /** It is not, and nothing that this version does needs it. */
    OPTIONAL,
    /** It is not, and nothing works without it. */
    MISSING;

    /** Returns the state for people. */
    public String word() {
      return switch (this) {
        case OK -> "ok";
        case OPTIONAL -> "optional";
        case MISSING -> "MISSING";
      };
    }
  }

  static Check ok(String part, String finding) {
    return new Check(part, State.OK, finding, "");
  }

  static Check optional(String part, String finding, String remedy) {
    return new Check(part, State.OPTIONAL, finding, remedy);
  }

  static Check missing(String part, String finding, String remedy) {
    return new Check(part, State.MISSING, finding, remedy);
  }
}
