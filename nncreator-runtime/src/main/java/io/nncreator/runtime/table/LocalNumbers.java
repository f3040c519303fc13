// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way of writing numbers other than with a plain decimal point. A column is of such a way only if
 * all its cells are, and at least one cell cannot be anything else: {@code 1,234} alone could be
 * more than a thousand or little more than one, so such a column stays text.
 */
public enum LocalNumbers {
  /** {@code 1,5} */
  DECIMAL_COMMA("[+-]?(\\d+(,\\d*)?|,\\d+)([eE][+-]?\\d+)?") {
    @Override
    public boolean certain(String cell) {
      int comma = cell.indexOf(',');
      return comma >= 0 && !GROUPED.matcher(cell).matches();
    }

    @Override
    public String plain(String cell) {
      return cell.replace(',', '.');
    }
  },
  /** {@code 1,234.5} */
  GROUPING_COMMA("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d*)?") {
    @Override
    public boolean certain(String cell) {
      return cell.indexOf(',') != cell.lastIndexOf(',')
          || (cell.indexOf(',') >= 0 && cell.indexOf('.') >= 0);
    }

    @Override
    public String plain(String cell) {
      return cell.replace(",", "");
    }
  },
  /** {@code 1.234,5} */
  GROUPING_POINT("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d*)?") {
    @Override
    public boolean certain(String cell) {
      return cell.indexOf('.') != cell.lastIndexOf('.')
          || (cell.indexOf(',') >= 0 && cell.indexOf('.') >= 0);
    }

    @Override
    public String plain(String cell) {
      return cell.replace(".", "").replace(',', '.');
    }
  },
  /** {@code 1 234,5} or {@code 1 234.5}, the blank of any width. */
  GROUPING_BLANK("[+-]?(\\d{1,3}([ \u00A0\u2009\u202F]\\d{3})+|\\d+)([.,]\\d*)?") {
    @Override
    public boolean certain(String cell) {
      return BLANK.matcher(cell).find();
    }

    @Override
    public String plain(String cell) {
      return BLANK.matcher(cell).replaceAll("").replace(',', '.');
    }
  };

  private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+");
  private static final Pattern BLANK = Pattern.compile("[ \u00A0\u2009\u202F]");
  private static final Pattern LED_BY_ZERO = Pattern.compile("[+-]?0\\d+");

  private final Pattern form;

  LocalNumbers(String form) {
    this.form = Pattern.compile(form);
  }

  /** Returns whether only this way of writing gives the cell a meaning. */
  public abstract boolean certain(String cell);

  /** Rewrites a cell of this way with a decimal point and without separators. */
  public abstract String plain(String cell);

  /** Returns whether a cell is a number written in any of these ways. */
  static boolean looksLike(String cell) {
    for (LocalNumbers way : values()) {
      if (way.form.matcher(cell).matches() && way.certain(cell)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a clean cell is a number written in this way; codes such as 0123 are not. */
  public boolean writes(String cell) {
    return form.matcher(cell).matches() && !LED_BY_ZERO.matcher(cell).matches();
  }

  /** Returns the way in which all cells of a column are written, if one settles that. */
  public static Optional<LocalNumbers> detect(@Nullable String[] cells) {
    for (LocalNumbers way : values()) {
      if (way.writesAll(cells)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }

  private boolean writesAll(@Nullable String[] cells) {
    boolean certain = false;
    for (@Nullable String cell : cells) {
      if (cell == null) {
        continue;
      }
      if (!writes(cell)) {
        return false;
      }
      certain |= certain(cell);
    }
    return certain;
  }
}
