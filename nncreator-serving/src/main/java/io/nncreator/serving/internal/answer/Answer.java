// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.answer;

/**
 * What goes back to a client.
 *
 * @param status HTTP status
 * @param type media type
 * @param body bytes; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, String type, byte[] body) {
  /** The media type of JSON. */
  public static final String JSON = "application/json";

  /** Returns an answer with 200. */
  public static Answer json(byte[] body) {
    return new Answer(200, JSON, body);
  }
}
