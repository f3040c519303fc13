// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the fields of one Protocol Buffers message. */
final class ProtobufReader {
  /**
   * One field.
   *
   * @param delimited whether it is bytes, a text or a message, not a number
   * @param integer its value when it is a varint
   * @param content its bytes when delimited
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Field(int number, boolean delimited, long integer, byte[] content) {
    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }

    List<Field> message() {
      return fields(content);
    }
  }

  private static final byte[] NONE = {};

  private final byte[] message;
  private int at;

  private ProtobufReader(byte[] message) {
    this.message = message;
  }

  /**
   * Returns the fields in order.
   *
   * @throws IllegalArgumentException if the bytes are not a message
   */
  static List<Field> fields(byte[] message) {
    ProtobufReader reader = new ProtobufReader(message);
    List<Field> fields = new ArrayList<>();
    while (reader.at < message.length) {
      fields.add(reader.next());
    }
    return fields;
  }

  private Field next() {
    long tag = varint();
    int number = (int) (tag >>> 3);
    return switch ((int) (tag & 7)) {
      case 0 -> new Field(number, false, varint(), NONE);
      case 1 -> new Field(number, false, 0, take(Long.BYTES));
      case 2 -> new Field(number, true, 0, take(varint()));
      case 5 -> new Field(number, false, 0, take(Integer.BYTES));
      default -> throw broken();
    };
  }

  private byte[] take(long length) {
    if (length < 0 || length > message.length - at) {
      throw broken();
    }
    byte[] content = Arrays.copyOfRange(message, at, at + (int) length);
    at += (int) length;
    return content;
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (at == message.length) {
        throw broken();
      }
      byte next = message[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw broken();
  }

  private IllegalArgumentException broken() {
    return new IllegalArgumentException("The bytes are not an ONNX model: broken at " + at + ".");
  }
}
