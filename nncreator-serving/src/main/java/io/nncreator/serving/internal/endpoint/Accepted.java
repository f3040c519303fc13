// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.endpoint;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which form of answers a client wants, by its header Accept (RFC 9110, section 12.5.1). */
final class Accepted {
  private Accepted() {}

  /** Returns whether text/csv is wanted more than JSON; without the header it is not. */
  static boolean csv(@Nullable String header) {
    if (header == null) {
      return false;
    }
    double csv = 0;
    double json = 0;
    for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      double weight = weight(parts);
      switch (parts[0].trim()) {
        case "text/csv", "text/*" -> csv = Math.max(csv, weight);
        case "application/json", "application/*", "*/*" -> json = Math.max(json, weight);
        default -> {
          // Another form, which there is not.
        }
      }
    }
    return csv > 0 && csv >= json;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].trim();
      if (part.startsWith("q=")) {
        try {
          return Double.parseDouble(part.substring(2));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }
}
