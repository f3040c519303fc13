// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import io.nncreator.runtime.onnx.ProtobufReader.Field;
import java.util.List;
import java.util.OptionalLong;

/**
 * A node as it is read from a model.
 *
 * @param field the whole node
 * @param operator name of the operation
 * @param standard whether the operation is of ONNX's own domain
 * @param inputs names of the operands
 * @param outputs names of the results
 */
record OnnxNode(
    Field field, String operator, boolean standard, List<String> inputs, List<String> outputs) {
  static OnnxNode of(Field field) {
    List<Field> message = field.message();
    return new OnnxNode(
        field,
        String.join("", texts(message, OnnxFields.NODE_OPERATOR)),
        String.join("", texts(message, OnnxFields.NODE_DOMAIN)).isEmpty(),
        texts(message, OnnxFields.NODE_INPUT),
        texts(message, OnnxFields.NODE_OUTPUT));
  }

  /** Returns a setting that is a whole number. */
  OptionalLong integer(String name) {
    for (Field part : field.message()) {
      if (part.number() == OnnxFields.NODE_ATTRIBUTE
          && texts(part.message(), Attribute.NAME).contains(name)) {
        for (Field value : part.message()) {
          if (value.number() == Attribute.INTEGER) {
            return OptionalLong.of(value.integer());
          }
        }
      }
    }
    return OptionalLong.empty();
  }

  private static List<String> texts(List<Field> message, int number) {
    return message.stream().filter(field -> field.number() == number).map(Field::text).toList();
  }
}
