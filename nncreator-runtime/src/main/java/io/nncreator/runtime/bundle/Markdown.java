// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

/** Foreign text within Markdown: always shown as it is, never as markup, on one line. */
final class Markdown {
  private Markdown() {}

  static String inline(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isISOControl(point)) {
                shown.append(' ');
              } else {
                shown.append("\\`*_{}[]<>()#+!|~&".indexOf(point) < 0 ? "" : "\\");
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  /** Returns the text as code; backquotes become apostrophes and bars are escaped for tables. */
  static String code(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ").replace('`', '\'').replace("|", "\\|");
    return "`" + line + "`";
  }
}
