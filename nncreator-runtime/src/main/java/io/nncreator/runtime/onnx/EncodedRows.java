// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

/**
 * Rows as a network takes them, row-major.
 *
 * @param rows number of rows
 * @param numeric numeric features, {@code rows * layout.numeric()}
 * @param codes codes of embedded categories, {@code rows * layout.cardinalities().size()}
 */
@SuppressWarnings("ArrayRecordComponent")
public record EncodedRows(int rows, float[] numeric, long[] codes) {}
