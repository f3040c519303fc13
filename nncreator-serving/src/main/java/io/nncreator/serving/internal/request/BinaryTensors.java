// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

import io.nncreator.serving.internal.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tensors that lie, one after the other, behind the JSON of a body; little-endian. */
final class BinaryTensors {
  private static final double EXACT = 1L << 53;
  private static final int HALF_EXPONENT = 0x1f;

  private final ByteBuffer bytes;

  BinaryTensors(byte[] body, int from) {
    this.bytes = ByteBuffer.wrap(body, from, body.length - from).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads the next tensor.
   *
   * @throws Refusal if there are not so many bytes, or they are not of that type
   */
  List<@Nullable Object> next(String datatype, long size, String place) {
    if (size > bytes.remaining()) {
      throw Refusal.invalid(place, "The body has fewer bytes than its binary tensors claim.");
    }
    ByteBuffer tensor = bytes.slice(bytes.position(), (int) size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + (int) size);
    int width = width(datatype, place);
    if (width > 0 && size % width != 0) {
      throw Refusal.invalid(place, "The bytes are not a whole number of " + datatype + ".");
    }
    List<@Nullable Object> data = new ArrayList<>();
    while (tensor.hasRemaining()) {
      data.add(element(tensor, datatype, place));
    }
    return data;
  }

  /** Refuses bytes that belong to no tensor. */
  void requireEnd() {
    if (bytes.hasRemaining()) {
      throw new Refusal(
          400, "The body has " + bytes.remaining() + " bytes more than its binary tensors claim.");
    }
  }

  private static int width(String datatype, String place) {
    return switch (datatype) {
      case "BOOL", "INT8", "UINT8" -> 1;
      case "INT16", "UINT16", "FP16" -> 2;
      case "INT32", "UINT32", "FP32" -> 4;
      case "INT64", "UINT64", "FP64" -> 8;
      case "BYTES" -> 0;
      default -> throw Refusal.invalid(place + "/datatype", "The protocol has no such data type.");
    };
  }

  private static Object element(ByteBuffer from, String datatype, String place) {
    return switch (datatype) {
      case "BOOL" -> from.get() != 0;
      case "INT8" -> (double) from.get();
      case "UINT8" -> (double) (from.get() & 0xff);
      case "INT16" -> (double) from.getShort();
      case "UINT16" -> (double) (from.getShort() & 0xffff);
      case "INT32" -> (double) from.getInt();
      case "UINT32" -> (double) (from.getInt() & 0xffff_ffffL);
      case "INT64" -> whole(from.getLong(), false);
      case "UINT64" -> whole(from.getLong(), true);
      case "FP16" -> finite(half(from.getShort()), place);
      case "FP32" -> finite(from.getFloat(), place);
      case "FP64" -> finite(from.getDouble(), place);
      default -> text(from, place);
    };
  }

  /** Long keys are categories: as text they keep all digits. */
  private static Object whole(long value, boolean unsigned) {
    boolean exact = unsigned && value < 0 ? false : Math.abs((double) value) < EXACT;
    return exact
        ? (Object) (double) value
        : unsigned ? Long.toUnsignedString(value) : Long.toString(value);
  }

  private static double finite(double value, String place) {
    if (!Double.isFinite(value)) {
      throw Refusal.invalid(
          place,
          "A number is not finite. Maybe send JSON, where null says that a value is unknown.");
    }
    return value;
  }

  private static double half(short bits) {
    int exponent = bits >> 10 & HALF_EXPONENT;
    int fraction = bits & 0x3ff;
    double size =
        exponent == HALF_EXPONENT
            ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
            : exponent == 0
                ? Math.scalb((double) fraction, -24)
                : Math.scalb((double) (fraction | 0x400), exponent - 25);
    return bits < 0 ? -size : size;
  }

  private static String text(ByteBuffer from, String place) {
    int length = from.remaining() < Integer.BYTES ? -1 : from.getInt();
    if (length < 0 || length > from.remaining()) {
      throw Refusal.invalid(place, "A text is longer than the bytes of its tensor.");
    }
    ByteBuffer letters = from.slice(from.position(), length);
    from.position(from.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(letters).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.invalid(place, "A text is not in UTF-8.");
    }
  }
}
