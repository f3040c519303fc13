// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

/** The stages of a creation, in order. */
public enum Stage {
  /** Data is read and profiled. */
  INTAKE,
  /** Sentence and profile become a task. */
  ANALYSIS,
  /** Rows are divided, candidates chosen, time shared out. */
  PLANNING,
  /** Candidates are trained and compared. */
  TRAINING,
  /** The chosen network is exported, reloaded and judged on unseen rows. */
  SCORING,
  /** The bundle is put in its place. */
  RELEASE
}
