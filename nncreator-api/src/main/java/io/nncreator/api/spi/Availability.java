// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.spi;

/** Whether a provider can work here. */
public sealed interface Availability {
  /** It can. */
  record Ready() implements Availability {}

  /**
   * It cannot.
   *
   * @param reason what is missing
   * @param remedy what to do about it
   */
  record Unavailable(String reason, String remedy) implements Availability {}
}
