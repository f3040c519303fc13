// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/**
 * What became of one member.
 *
 * @param status how it ended
 * @param bestEpoch epoch whose weights are kept, from 1; 0 when it never finished one
 * @param validationLoss mean loss on its validation rows at that epoch; NaN without such rows
 * @param validationOutputs raw outputs of the kept weights for its validation rows in their order,
 *     row-major {@code [rows, outputs]}
 */
@SuppressWarnings("ArrayRecordComponent")
public record MemberResult(
    Status status, int bestEpoch, double validationLoss, float[] validationOutputs) {

  /** How the training of a member ended. */
  public enum Status {
    /** All epochs were done. */
    COMPLETED,
    /** The validation loss had stopped falling. */
    EARLY_STOPPED,
    /** The observer asked to stop; the best weights so far are kept. */
    INTERRUPTED,
    /** Loss or weights were no longer finite; the last finite best weights are kept if any. */
    DIVERGED
  }
}
