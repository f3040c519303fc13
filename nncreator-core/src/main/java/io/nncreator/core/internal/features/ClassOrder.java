// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order of class names: numbers by value, else by text, so that it never depends on rows. */
final class ClassOrder {
  private ClassOrder() {}

  static List<String> sorted(Collection<String> names) {
    List<String> different = names.stream().distinct().toList();
    Comparator<String> order =
        different.stream().allMatch(ClassOrder::number)
            ? Comparator.<String>comparingDouble(Double::parseDouble)
                .thenComparing(Comparator.naturalOrder())
            : Comparator.naturalOrder();
    return different.stream().sorted(order).toList();
  }

  private static boolean number(String text) {
    return text.matches("-?\\d{1,15}(\\.\\d{1,15})?");
  }
}
