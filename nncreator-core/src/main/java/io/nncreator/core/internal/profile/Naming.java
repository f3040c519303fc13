// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.profile;

import java.util.regex.Pattern;

/** What the name of a column lets one expect. */
final class Naming {
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?iu)(.*[\\s_.\\-])?(id|ids|uuid|guid|identifier|index|idx|pk|rowid|rownum|row_?number"
              + "|ид|идентификатор)|unnamed: \\d+");
  private static final Pattern CAMEL_CASE = Pattern.compile(".*\\p{Ll}(Id|ID|Uuid|UUID|Guid)");

  private Naming() {}

  /** Returns whether a column is named like one of identifiers: id, order_id, customerId, uuid. */
  static boolean identifier(String name) {
    return IDENTIFIER.matcher(name).matches() || CAMEL_CASE.matcher(name).matches();
  }
}
