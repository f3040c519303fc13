// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A corpus of files as people have them, each with what must be read from it. */
@DisplayName("An awkward file")
class AwkwardFilesTest {
  @TempDir private Path folder;

  /**
   * One file.
   *
   * @param what makes it awkward
   * @param name of the file
   * @param content of the file
   * @param expected columns as {@code name:TYPE}, then {@code =} and the cells of the first row, or
   *     an error code and a piece of its message
   */
  private record File(String what, String name, byte[] content, String expected) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<File> readable() throws IOException {
    return Stream.of(
        csv("commas", "a,b\n1,x\n2,y\n", "a:INTEGER b:TEXT = 1 x"),
        csv("semicolons", "a;b\n1;x\n2;y\n", "a:INTEGER b:TEXT = 1 x"),
        csv("tabs", "a\tb\n1\tx, y\n2\ty\n", "a:INTEGER b:TEXT = 1 x, y"),
        csv("pipes", "a|b\n1|x;y\n2|y\n", "a:INTEGER b:TEXT = 1 x;y"),
        csv("Excel's own hint", "sep=;\r\na;b\r\n1,5;2\r\n", "a:REAL b:INTEGER = 1.5 2"),
        csv("a byte order mark", "\uFEFFa,b\n1,2\n", "a:INTEGER b:INTEGER = 1 2"),
        csv("a mark before a quote", "\uFEFF\"a\",\"b\"\n1,2\n", "a:INTEGER b:INTEGER = 1 2"),
        file("UTF-16 with a mark", "\uFEFFa,b\n1,я\n", UTF_16LE, "a:INTEGER b:TEXT = 1 я"),
        file("UTF-16 the other way", "\uFEFFa,b\n1,я\n", UTF_16BE, "a:INTEGER b:TEXT = 1 я"),
        file("UTF-16 without a mark", "a,b\n1,xyz\n", UTF_16LE, "a:INTEGER b:TEXT = 1 xyz"),
        file(
            "Latin-1",
            "name,b\nJosé,2\n",
            Charset.forName("ISO-8859-1"),
            "name:TEXT b:INTEGER = José 2"),
        file(
            "Cyrillic of one byte",
            "имя,b\nОльга,2\n",
            Charset.forName("windows-1251"),
            "имя:TEXT b:INTEGER = Ольга 2"),
        new File("gzip", "t.csv.gz", gzip("a,b\n1,2\n"), "a:INTEGER b:INTEGER = 1 2"),
        csv("Windows line ends", "a,b\r\n1,2\r\n", "a:INTEGER b:INTEGER = 1 2"),
        csv("old Mac line ends", "a,b\r1,2\r3,4", "a:INTEGER b:INTEGER = 1 2"),
        csv("mixed line ends", "a,b\r\n1,2\n3,4\r\n", "a:INTEGER b:INTEGER = 1 2"),
        csv("blank lines", "\na,b\n\n1,2\n  \n3,4\n\n", "a:INTEGER b:INTEGER = 1 2"),
        csv("no line end at the end", "a,b\n1,2", "a:INTEGER b:INTEGER = 1 2"),
        csv("a line end in quotes", "a,b\n\"x\ny\",2\n", "a:TEXT b:INTEGER = x\ny 2"),
        csv("quotes in quotes", "a,b\n\"say \"\"hi\"\"\",2\n", "a:TEXT b:INTEGER = say \"hi\" 2"),
        csv(
            "backslashes before quotes",
            "a,b\n\"say \\\"hi\\\", no\",2\n",
            "a:TEXT b:INTEGER = say \"hi\", no 2"),
        csv("apostrophes as quotes", "a,b\n'x, y',2\n'z',3\n", "a:TEXT b:INTEGER = x, y 2"),
        csv("apostrophes in words", "a,b\n'tis it,2\ndon't,3\n", "a:TEXT b:INTEGER = 'tis it 2"),
        csv("an inch sign", "a,b\n5\" disk,2\n", "a:TEXT b:INTEGER = 5\" disk 2"),
        csv("blanks around cells", "a , b\n 1, \"x, y\" \n", "a:INTEGER b:TEXT = 1 x, y"),
        csv("delimiters at all ends", "a,b,\n1,2,\n3,4,\n", "a:INTEGER b:INTEGER = 1 2"),
        csv("an index without a name", ",b\n0,x\n1,y\n", "c1:INTEGER b:TEXT = 0 x"),
        csv("no header", "1,x\n2,y\n", "c1:INTEGER c2:TEXT = 1 x"),
        csv("no header, only texts", "yes,no\nno,no\nyes,yes\n", "c1:TEXT c2:TEXT = yes no"),
        csv("counted columns as header", "0,1,2\n5,6,7\n", "0:INTEGER 1:INTEGER 2:INTEGER = 5 6 7"),
        csv(
            "years as header",
            "land,2019,2020\nA,1,2\nB,3,4\n",
            "land:TEXT 2019:INTEGER 2020:INTEGER = A 1 2"),
        csv("one column", "a\n1\n2\n", "a:INTEGER = 1"),
        csv(
            "one column of prose",
            "text\nI came, I saw\nno comma here\n",
            "text:TEXT = I came, I saw"),
        csv("one row", "a,b\n1,x\n", "a:INTEGER b:TEXT = 1 x"),
        csv("all missing", "a,b\n1,NA\n2,\n3,?\n", "a:INTEGER b:TEXT = 1 -"),
        csv(
            "missing of every kind",
            "a,b\n?,x\n" + "NA,x\nN/A,x\nNaN,x\nnan,x\nnull,x\nNULL,x\n,x\n7,x\n",
            "a:INTEGER b:TEXT = - x"),
        csv("None is a level", "a,b\nNone,1\nFew,2\n", "a:TEXT b:INTEGER = None 1"),
        csv("decimal commas", "a;b\n1,5;-0,25\n2;3\n", "a:REAL b:REAL = 1.5 -0.25"),
        csv("decimal commas in quotes", "a,b\n\"1,5\",x\n\"2,25\",y\n", "a:REAL b:TEXT = 1.5 x"),
        csv("thousands with commas", "a;b\n1,234.5;x\n12;y\n", "a:REAL b:TEXT = 1234.5 x"),
        csv("thousands with points", "a;b\n1.234,5;x\n12;y\n", "a:REAL b:TEXT = 1234.5 x"),
        csv("thousands with blanks", "a;b\n1 234 567;x\n12;y\n", "a:INTEGER b:TEXT = 1234567 x"),
        csv("thousands or decimals", "a;b\n1,234;x\n2,345;y\n", "a:TEXT b:TEXT = 1,234 x"),
        csv("exponents", "a,b\n1e5,1E-3\n1e300,2\n", "a:REAL b:REAL = 100000 0.001"),
        csv("codes led by zeros", "zip,b\n10115,1\n01067,2\n", "zip:TEXT b:INTEGER = 10115 1"),
        csv("zeros among reals", "a,b\n00.5,1\n05,2\n", "a:REAL b:INTEGER = 0.5 1"),
        csv(
            "numbers too long",
            "a,b\n1234567890123456789,1\n1234567890123456788,2\n",
            "a:TEXT b:INTEGER = 1234567890123456789 1"),
        csv("truth", "a,b\nTrue,yes\nfalse,no\n,no\n", "a:BOOLEAN b:TEXT = 1 yes"),
        csv(
            "ISO dates",
            "d,b\n2012-01-31,1\n2012-02-01,2\n",
            "d:TIMESTAMP b:INTEGER = 1327968000 1"),
        csv(
            "German dates",
            "d,b\n31.01.2012,1\n01.02.2012,2\n",
            "d:TIMESTAMP b:INTEGER = 1327968000 1"),
        csv(
            "American dates",
            "d,b\n01/31/2012,1\n02/01/2012,2\n",
            "d:TIMESTAMP b:INTEGER = 1327968000 1"),
        csv(
            "dates with a time",
            "d,b\n2012-01-31T00:00:30Z,1\n",
            "d:TIMESTAMP b:INTEGER = 1327968030 1"),
        csv(
            "an injection",
            "a'; DROP TABLE x;--,${jndi:ldap://x}\n1,2\n",
            "a'; DROP TABLE x;--:INTEGER ${jndi:ldap://x}:INTEGER = 1 2"),
        csv("a name over two lines", "\"a\nb\",c\n1,2\n", "a\nb:INTEGER c:INTEGER = 1 2"),
        csv(
            "marks of direction",
            "\u202Eabc,d\n1,\u202Exyz\n",
            "\u202Eabc:INTEGER d:TEXT = 1 \u202Exyz"),
        csv("names that differ in case", "a,A\n1,2\n", "a:INTEGER A:INTEGER = 1 2"),
        csv("a chemical", "Na,NA\n1,2\n", "Na:INTEGER NA:INTEGER = 1 2"),
        json(
            "JSON lines",
            "{\"a\":1,\"b\":\"x\"}\n{\"a\":2.5,\"c\":true}\n",
            "a:REAL b:TEXT c:BOOLEAN = 1 x -"),
        json(
            "a JSON array",
            "[{\"a\":1,\"d\":\"2012-01-31\"},{\"a\":null}]",
            "a:INTEGER d:TIMESTAMP = 1 1327968000"),
        json("JSON that differs in case", "[{\"a\":1,\"A\":2}]", "a:INTEGER A:INTEGER = 1 2"),
        json(
            "JSON of mixed types", "[{\"a\":1},{\"a\":\"x\"},{\"a\":[1,{\"b\":2}]}]", "a:TEXT = 1"),
        json("numbers in JSON texts", "[{\"zip\":\"12345\"},{\"zip\":\"1\"}]", "zip:TEXT = 12345"),
        json(
            "large numbers in JSON",
            "[{\"a\":12345678901234567890},{\"a\":1}]",
            "a:TEXT = 12345678901234567890"));
  }

  static Stream<File> refused() {
    return Stream.of(
        csv("an empty file", "", "DATA_EMPTY is empty"),
        csv("nothing but blanks", " \n\n \n", "DATA_EMPTY nothing but blanks"),
        csv("a header only", "a,b\n", "DATA_EMPTY no rows"),
        csv("two columns of a name", "a,b,a\n1,2,3\n", "DATA_COLUMN_DUPLICATE (a)"),
        csv(
            "a row too long",
            "a,b\n1,2\n\"x\ny\",4\n1,2,3\n",
            "DATA_UNREADABLE 3 cells in line 5 where its first row has 2"),
        csv("a row too short", "a,b\n1,2\n1\n", "DATA_UNREADABLE 1 cells in line 3"),
        csv(
            "a title",
            "Sales 2020\na,b\n1,2\n3,4\n",
            "DATA_UNREADABLE 2 cells in line 2 where its first row has 1"),
        csv("an open quote", "a,b\n1,2\n\"x,3\n4,5\n", "DATA_UNREADABLE line 3: a quote is opened"),
        csv(
            "text after a quote",
            "a,b\n1,2\n3,4\n5,6\n\"x\"y,3\n",
            "DATA_UNREADABLE line 5: text follows"),
        new File("zeros", "t.csv", new byte[5_000], "DATA_UNREADABLE is not text"),
        new File(
            "an image", "t.csv", bytes(0x89, 'P', 'N', 'G', 13, 10), "DATA_UNREADABLE a PNG image"),
        new File("a workbook", "t.csv", bytes('P', 'K', 3, 4, 0, 0), "DATA_UNREADABLE Excel"),
        new File("half a gzip", "t.csv", bytes(0x1F, 0x8B, 8, 0), "DATA_UNREADABLE unpacked"),
        new File(
            "no Parquet",
            "t.parquet",
            bytes('h', 'e', 'l', 'l', 'o'),
            "DATA_UNREADABLE is not Parquet"),
        new File(
            "damaged Parquet",
            "t.parquet",
            bytes('P', 'A', 'R', '1', 0, 0, 0, 0, 9, 9, 9, 9, 'P', 'A', 'R', '1'),
            "DATA_UNREADABLE damaged"),
        json("JSON cut off", "[{\"a\":1},{\"a\":", "DATA_UNREADABLE malformed JSON in line 1"),
        json("an open array", "[{\"a\":1}", "DATA_UNREADABLE malformed JSON"),
        json(
            "JSON without objects",
            "[1,2,3]",
            "DATA_UNREADABLE something else than an object in line 1"),
        json("an empty array", "[]", "DATA_EMPTY no rows"),
        json(
            "a key that stands twice",
            "{\"a\":1,\"a\":2}",
            "DATA_COLUMN_DUPLICATE two values for (a)"));
  }

  @ParameterizedTest
  @MethodSource("readable")
  @DisplayName("is read")
  void reads(File file) throws IOException {
    Path path = Files.write(folder.resolve(file.name()), file.content());

    Dataset dataset = new DatasetReader(folder).read(DataSource.file(path)).dataset();

    assertThat(described(dataset)).isEqualTo(file.expected());
  }

  @ParameterizedTest
  @MethodSource("readable")
  @DisplayName("is read as texts of the same meaning")
  void readsTexts(File file) throws IOException {
    Path path = Files.write(folder.resolve(file.name()), file.content());

    Dataset typed = new DatasetReader(folder).read(DataSource.file(path)).dataset();
    Dataset texts = new DatasetReader(folder).readTexts(DataSource.file(path));

    assertThat(texts.names()).isEqualTo(typed.names());
    assertThat(texts.columns()).allMatch(Column.Texts.class::isInstance);
    for (Column column : typed.columns()) {
      assertThat(MeaningOf.texts((Column.Texts) texts.column(column.name()), column))
          .as(column.name())
          .isEqualTo(MeaningOf.cells(column));
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  @DisplayName("is refused with reason and remedy")
  void refuses(File file) throws IOException {
    Path path = Files.write(folder.resolve(file.name()), file.content());
    ErrorCode code = ErrorCode.valueOf(file.expected().substring(0, file.expected().indexOf(' ')));
    String piece = file.expected().substring(file.expected().indexOf(' ') + 1);

    DataException error =
        catchThrowableOfType(
            DataException.class, () -> new DatasetReader(folder).read(DataSource.file(path)));

    assertThat(error.code()).isEqualTo(code);
    assertThat(error).hasMessageContaining(piece).hasMessageContaining("Maybe ");
    assertThat(error.getMessage()).doesNotContainIgnoringCase("duckdb").doesNotContain("\n");
  }

  private static String described(Dataset dataset) {
    String columns =
        dataset.columns().stream()
            .map(
                column ->
                    column.name()
                        + ":"
                        + (column instanceof Column.Numbers numbers ? numbers.type() : "TEXT"))
            .collect(Collectors.joining(" "));
    List<String> cells =
        IntStream.range(0, dataset.columns().size())
            .mapToObj(i -> MeaningOf.cells(dataset.columns().get(i)).get(0))
            .toList();
    return columns + " = " + String.join(" ", cells);
  }

  private static File csv(String what, String text, String expected) {
    return file(what, text, UTF_8, expected);
  }

  private static File json(String what, String text, String expected) {
    return new File(what, "t.json", text.getBytes(UTF_8), expected);
  }

  private static File file(String what, String text, Charset charset, String expected) {
    return new File(what, "t.csv", text.getBytes(charset), expected);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    Arrays.setAll(new int[values.length], i -> bytes[i] = (byte) values[i]);
    return bytes;
  }
}
