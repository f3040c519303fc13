// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.onnx;

import java.util.List;

/** A static setting of an ONNX node, as an {@code AttributeProto}. */
record Attribute(ProtobufWriter message) {
  static final int NAME = 1;
  static final int STRINGS = 9;
  static final int INTEGER = 3;
  private static final int STRING = 4;
  static final int INTEGERS = 8;
  private static final int TYPE = 20;

  static Attribute of(String name, long value) {
    return new Attribute(named(name).integer(INTEGER, value).integer(TYPE, 2));
  }

  static Attribute of(String name, String value) {
    return new Attribute(named(name).text(STRING, value).integer(TYPE, 3));
  }

  static Attribute ofIntegers(String name, long... values) {
    ProtobufWriter message = named(name);
    for (long value : values) {
      message.integer(INTEGERS, value);
    }
    return new Attribute(message.integer(TYPE, 7));
  }

  static Attribute ofStrings(String name, List<String> values) {
    ProtobufWriter message = named(name);
    values.forEach(value -> message.text(STRINGS, value));
    return new Attribute(message.integer(TYPE, 8));
  }

  private static ProtobufWriter named(String name) {
    return new ProtobufWriter().text(NAME, name);
  }
}
