// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dialect of delimited text from its beginning: of the delimiters that part the first
 * record, the one whose records agree best on their number of cells.
 */
public final class DialectSniffer {
  /** Delimiters in the order in which they win a tie: decimal commas make the comma come last. */
  private static final char[] DELIMITERS = {'\t', '|', ';', ','};

  private static final char[] QUOTES = {'"', '\''};
  private static final double LEAST_AGREEMENT = 0.5;
  private static final double BELOW_TITLE = 0.6;
  private static final double UNLIKELY = 0.1;
  private static final int MOST_RECORDS = 1_000;

  private final String sample;
  private final boolean whole;

  /**
   * Creates a sniffer.
   *
   * @param sample the beginning of the text
   * @param whole whether there is no more text than that
   */
  public DialectSniffer(String sample, boolean whole) {
    this.sample = sample;
    this.whole = whole;
  }

  /** Returns the dialect of the text. */
  public Dialect sniff() {
    Dialect best = new Dialect(Dialect.NO_DELIMITER, '"', false);
    double most = 0;
    for (char quote : QUOTES) {
      for (boolean backslash : new boolean[] {false, true}) {
        for (char delimiter : DELIMITERS) {
          Dialect dialect = new Dialect(delimiter, quote, backslash);
          double agreement = suitable(dialect) ? agreement(dialect) : 0;
          if (agreement > most) {
            best = dialect;
            most = agreement;
          }
        }
      }
    }
    return best;
  }

  /** Returns the first records in a dialect, the last one only if it is certainly complete. */
  public List<List<String>> records(Dialect dialect) {
    List<List<String>> records = new ArrayList<>();
    RecordScanner scanner = new RecordScanner(new StringReader(sample), dialect, 1);
    try {
      while (records.size() < MOST_RECORDS && scanner.next()) {
        List<String> record = new ArrayList<>();
        for (int cell = 0; cell < scanner.cells(); cell++) {
          record.add(scanner.cell(cell));
        }
        records.add(record);
      }
    } catch (IOException e) {
      // The full reading will say what is wrong and where.
      return records;
    }
    boolean cut = !whole && records.size() < MOST_RECORDS && records.size() > 1;
    return cut ? records.subList(0, records.size() - 1) : records;
  }

  /** Rare quotes and escapes are only tried where their signs are seen. */
  private boolean suitable(Dialect dialect) {
    boolean apostrophes = dialect.quote() == '\'';
    if (apostrophes && sample.indexOf('"') >= 0) {
      return false;
    }
    if (apostrophes && !encloses(dialect)) {
      return false;
    }
    return !dialect.backslash() || sample.contains("\\" + dialect.quote());
  }

  private boolean encloses(Dialect dialect) {
    String quote = String.valueOf(dialect.quote());
    return sample.startsWith(quote)
        || sample.contains(dialect.delimiter() + quote)
        || sample.contains("\n" + quote);
  }

  /** Returns the share of records with the usual number of cells; 0 for an unsuitable dialect. */
  private double agreement(Dialect dialect) {
    RecordScanner scanner = new RecordScanner(new StringReader(sample), dialect, 1);
    Map<Integer, Integer> widths = new HashMap<>();
    int records = 0;
    @Nullable Integer pending = null;
    boolean malformed = false;
    int first = 0;
    try {
      while (records < MOST_RECORDS && scanner.next()) {
        if (pending != null) {
          widths.merge(pending, 1, Integer::sum);
        }
        pending = scanner.cells();
        first = records == 0 ? pending : first;
        records++;
      }
    } catch (IOException e) {
      malformed = whole || scanner.line() > 1 && !reachesEnd(e);
      records++;
    }
    if (pending != null && (whole || records == MOST_RECORDS || widths.isEmpty())) {
      widths.merge(pending, 1, Integer::sum);
    }
    int total = widths.values().stream().mapToInt(Integer::intValue).sum();
    int width = 0;
    int usual = 0;
    for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
      if (entry.getValue() > usual) {
        width = entry.getKey();
        usual = entry.getValue();
      }
    }
    double share = total == 0 ? 0 : (double) usual / total;
    if (first == 1 && width > 1 && total > 2 && share >= BELOW_TITLE) {
      // A title above the table: chosen so that reading complains about it.
      return share * UNLIKELY;
    }
    boolean parts = first > 1 && share >= LEAST_AGREEMENT;
    return parts ? (malformed ? share * LEAST_AGREEMENT : share) : 0;
  }

  /** A quote left open at the end of a sample may be closed in the text after it. */
  private static boolean reachesEnd(IOException problem) {
    return String.valueOf(problem.getMessage()).contains("never closed");
  }
}
