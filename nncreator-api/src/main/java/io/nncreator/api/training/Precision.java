// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/**
 * The numbers in which a training multiplies matrices. Whatever is chosen, weights, losses,
 * normalisation, sums and the optimiser's state are F32, and so is the trained network.
 */
public enum Precision {
  /** IEEE 754 single precision. */
  FP32,
  /**
   * Bfloat16 factors: 8 bits of precision, the range of F32. Products are added up in F32. A
   * trainer may multiply matrices that are too small to gain in {@link #FP32}; Kalamkar et al.,
   * arXiv 1905.12322.
   */
  BF16
}
