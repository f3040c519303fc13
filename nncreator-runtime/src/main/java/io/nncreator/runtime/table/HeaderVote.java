// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.DateStyle;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the first record of delimited text names the columns. Each column has a vote: for a
 * header if a text stands above numbers or dates, against one if the first cell is like the cells
 * below it. Without any vote, texts are taken for names.
 */
final class HeaderVote {
  private static final Pattern YEAR = Pattern.compile("(1[89]|20)\\d\\d");

  private final List<List<String>> records;

  HeaderVote(List<List<String>> records) {
    this.records = records;
  }

  /** Returns whether the first record is a header. */
  boolean header() {
    if (records.isEmpty()) {
      return false;
    }
    List<String> first = records.get(0);
    if (counts(first)) {
      return true;
    }
    boolean years = years(first);
    int votes = 0;
    for (int column = 0; column < first.size(); column++) {
      votes +=
          years && YEAR.matcher(first.get(column)).matches()
              ? 0
              : vote(column, CellText.trim(first.get(column)));
    }
    return votes > 0 || (votes == 0 && names(first));
  }

  private int vote(int column, String head) {
    if (head.isEmpty()) {
      return 0;
    }
    boolean typedBelow = true;
    boolean anyBelow = false;
    boolean again = false;
    for (List<String> record : records.subList(1, records.size())) {
      @Nullable String cell = column < record.size() ? CellText.clean(record.get(column)) : null;
      if (cell != null) {
        anyBelow = true;
        typedBelow &= typed(cell);
        again |= cell.equals(head);
      }
    }
    if (typed(head)) {
      return -1;
    }
    if (!anyBelow) {
      return 0;
    }
    return typedBelow ? 1 : again ? -1 : 0;
  }

  /** Returns whether no cell is empty but perhaps one: the name of an index. */
  private static boolean names(List<String> first) {
    long unnamed = first.stream().filter(cell -> CellText.trim(cell).isEmpty()).count();
    return unnamed < first.size() && unnamed <= 1;
  }

  /** Wide tables have one column per year: two or more years in a row, and names before them. */
  private static boolean years(List<String> first) {
    List<Integer> years =
        first.stream().filter(cell -> YEAR.matcher(cell).matches()).map(Integer::valueOf).toList();
    return years.size() > 1
        && years.size() < first.size()
        && IntStream.range(1, years.size()).allMatch(i -> years.get(i) == years.get(i - 1) + 1);
  }

  /** Data frames without names are often written with the names 0, 1, 2 and so on. */
  private static boolean counts(List<String> first) {
    return first.size() > 2 && (countsFrom(first, 0) || countsFrom(first, 1));
  }

  private static boolean countsFrom(List<String> first, int start) {
    return IntStream.range(0, first.size())
        .allMatch(i -> first.get(i).equals(String.valueOf(i + start)));
  }

  private static boolean typed(String cell) {
    if (CellText.number(cell).isPresent() || CellText.truth(cell).isPresent()) {
      return true;
    }
    if (LocalNumbers.looksLike(cell)) {
      return true;
    }
    for (DateStyle style : DateStyle.values()) {
      if (style.parse(cell).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
