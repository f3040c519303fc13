// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.intake;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.nncreator.api.data.Column;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.core.internal.intake.DatasetReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * Compares how readers find out dialects by themselves: each reads the same small files and is
 * right if names and the first row come out as a person would read them, or if it refuses a file
 * that a person would.
 */
public final class DialectComparison {
  /** How it is called. */
  public static final String OPTIONS = "";

  private static final String REFUSED = "refused";

  private DialectComparison() {}

  /**
   * One file.
   *
   * @param expected names, then the cells of the first row, or that it is refused
   */
  private record Sample(String what, Charset charset, String text, String expected) {}

  @FunctionalInterface
  private interface Reading {
    List<List<String>> read(Path file) throws IOException, SQLException;
  }

  /**
   * Prints one line per file and the number of files that each reader gets right.
   *
   * @param args none
   * @return whether our reader gets all of them right
   */
  public static boolean run(List<String> args) throws IOException {
    if (!args.isEmpty()) {
      throw new IllegalArgumentException("There are no options, but got " + args + ".");
    }
    Path file = Files.createTempFile("dialect", ".csv");
    int[] right = new int[3];
    System.out.printf("%-28s %-10s %-10s %-10s%n", "", "NNCreator", "DuckDB", "univocity");
    for (Sample sample : samples()) {
      Files.write(file, sample.text().getBytes(sample.charset()));
      boolean[] verdicts = {
        judge(sample, file, DialectComparison::nnCreator),
        judge(sample, file, DialectComparison::duckDb),
        judge(sample, file, DialectComparison::univocity)
      };
      System.out.printf("%-28s", sample.what());
      for (int i = 0; i < verdicts.length; i++) {
        right[i] += verdicts[i] ? 1 : 0;
        System.out.printf(" %-10s", verdicts[i] ? "right" : "wrong");
      }
      System.out.println();
    }
    System.out.printf(
        "%-28s %-10d %-10d %-10d of %d%n", "right", right[0], right[1], right[2], samples().size());
    Files.delete(file);
    return right[0] == samples().size();
  }

  private static boolean judge(Sample sample, Path file, Reading reading) {
    String got;
    try {
      List<List<String>> rows = reading.read(file);
      got = String.join("~", rows.get(0)) + "=" + String.join("~", rows.get(1));
    } catch (IOException | SQLException | RuntimeException e) {
      got = REFUSED;
    }
    return got.equals(sample.expected());
  }

  private static List<List<String>> nnCreator(Path file) {
    Dataset dataset = new DatasetReader().readTexts(DataSource.csv(file));
    List<String> row = new ArrayList<>();
    dataset
        .columns()
        .forEach(column -> row.add(String.valueOf(((Column.Texts) column).cells()[0])));
    return List.of(dataset.names(), row);
  }

  private static List<List<String>> duckDb(Path file) throws SQLException {
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT * FROM read_csv('" + file + "', all_varchar = true)")) {
      List<String> names = new ArrayList<>();
      List<String> row = new ArrayList<>();
      result.next();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        String name = result.getMetaData().getColumnName(i).strip();
        names.add(name.equals("column" + (i - 1)) ? "c" + i : name);
        row.add(String.valueOf(result.getString(i)).strip());
      }
      return List.of(names, row);
    }
  }

  private static List<List<String>> univocity(Path file) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.detectFormatAutomatically();
    File source = file.toFile();
    List<String[]> rows = new CsvParser(settings).parseAll(source);
    List<List<String>> texts = new ArrayList<>();
    for (String[] row : rows.subList(0, 2)) {
      List<String> cells = new ArrayList<>();
      for (String cell : row) {
        cells.add(String.valueOf(cell));
      }
      texts.add(cells);
    }
    return texts;
  }

  private static List<Sample> samples() {
    String many = "1,2\n".repeat(50);
    return List.of(
        plain("commas", "a,b\n1,x\n2,y\n", "a~b=1~x"),
        plain("semicolons", "a;b\n1;x\n2;y\n", "a~b=1~x"),
        plain("tabs", "a\tb\n1\tx\n2\ty\n", "a~b=1~x"),
        plain("pipes", "a|b\n1|x;y\n2|y\n", "a~b=1~x;y"),
        plain("decimal commas", "a;b\n1,5 m;x\n2,5 m;y\n", "a~b=1,5 m~x"),
        plain("Excel's hint", "sep=;\r\na;b\r\n1;2\r\n", "a~b=1~2"),
        plain("mark before a quote", "\uFEFF\"a\",\"b\"\n1,2\n", "a~b=1~2"),
        new Sample("UTF-16", StandardCharsets.UTF_16LE, "\uFEFFa,b\n1,2\n", "a~b=1~2"),
        new Sample("Latin-1", StandardCharsets.ISO_8859_1, "a,b\nJos\u00E9,2\n", "a~b=Jos\u00E9~2"),
        plain("mixed line ends", "a,b\r\n1,2\n3,4\r\n", "a~b=1~2"),
        plain("line end in quotes", "a,b\n\"x\ny\",2\n", "a~b=x\ny~2"),
        plain("quotes in quotes", "a,b\n\"x \"\"y\"\"\",2\n", "a~b=x \"y\"~2"),
        plain("backslash before quote", "a,b\n\"x \\\"y\\\", z\",2\n", "a~b=x \"y\", z~2"),
        plain("apostrophes as quotes", "a,b\n'x, y',2\n'z',3\n", "a~b=x, y~2"),
        plain("inch sign", "a,b\n5\" disk,2\n", "a~b=5\" disk~2"),
        plain("one column of prose", "text\nI came, I saw\nno comma\n", "text=I came, I saw"),
        plain("no header", "1,x\n2,y\n", "c1~c2=1~x"),
        plain("years as header", "land,2019,2020\nA,1,2\nB,3,4\n", "land~2019~2020=A~1~2"),
        plain("only texts", "town,colour\nRome,red\nOslo,blue\n", "town~colour=Rome~red"),
        plain("names in two cases", "a,A\n1,2\n", "a~A=1~2"),
        plain("row too long", "a,b\n1,2\n1,2,3\n4,5\n", REFUSED),
        plain("row too long, far down", "a,b\n" + many + "1,2,3\n" + many, REFUSED),
        plain("row too short", "a,b\n1,2\n1\n4,5\n", REFUSED),
        plain("open quote", "a,b\n1,2\n\"x,3\n4,5\n", REFUSED),
        plain("two columns of a name", "a,b,a\n1,2,3\n", REFUSED));
  }

  private static Sample plain(String what, String text, String expected) {
    return new Sample(what, StandardCharsets.UTF_8, text, expected);
  }
}
