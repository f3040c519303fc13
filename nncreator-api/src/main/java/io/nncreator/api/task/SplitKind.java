// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

/** How rows are divided into those to learn from and those to judge by. */
public enum SplitKind {
  /** At random. */
  RANDOM,
  /** At random, each class in its share. */
  STRATIFIED,
  /** The latest rows judge. */
  TIME,
  /** Groups of rows stay together. */
  GROUP
}
