// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.network;

/**
 * A layer some of whose settings follow from the rows that are learnt from, such as the edges of
 * bins. It stands behind the features ({@link NetworkSpec#INPUT}); who trains a network fits it
 * first, see {@link NetworkSpec#fitted}, and the fitted layer is what is trained, saved and
 * exported.
 */
public interface RowFitted extends Layer {
  /**
   * Returns the layer with its settings taken from rows. Rows that judge must not be among them.
   *
   * @param rows numeric features, row-major, at least one row
   * @param width features of a row, at least 1; more columns may follow them in the network
   */
  Layer fitted(float[] rows, int width);
}
