// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Kept bundles, and rows that they answer. */
final class Fixtures {
  static final String ROW =
      """
      {"age":22,"fare":7.25,"alone":true,"sex":"male","cabin class":"3",\
      "boarded":"1912-12-17T16:00"}""";
  static final String LIST = "[22,7.25,true,\"male\",3,\"1912-12-17T16:00\"]";

  private Fixtures() {}

  static Path bundle(String name) {
    URL place =
        Objects.requireNonNull(Fixtures.class.getResource("/bundles/format-2/" + name), name);
    try {
      return Path.of(place.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static String instances(String... rows) {
    return "{\"instances\":[" + String.join(",", rows) + "]}";
  }
}
