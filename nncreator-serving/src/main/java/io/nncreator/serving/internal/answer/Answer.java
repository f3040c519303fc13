// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.answer;

/**
 * What goes back to a client.
 *
 * @param status HTTP status
 * @param type media type
 * @param body bytes; shared, not copied
 * @param jsonBytes how many of them are JSON, where binary tensors follow; else 0
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, String type, byte[] body, int jsonBytes) {
  /** The media type of JSON. */
  public static final String JSON = "application/json";

  /** Creates an answer of one kind of content. */
  public Answer(int status, String type, byte[] body) {
    this(status, type, body, 0);
  }

  /** Returns an answer with 200. */
  public static Answer json(byte[] body) {
    return new Answer(200, JSON, body);
  }
}
