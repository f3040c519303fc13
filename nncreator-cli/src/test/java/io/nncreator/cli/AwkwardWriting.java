// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static io.nncreator.cli.AwkwardFile.ROWS;
import static io.nncreator.cli.AwkwardFile.colour;
import static io.nncreator.cli.AwkwardFile.gzip;
import static io.nncreator.cli.AwkwardFile.learns;
import static io.nncreator.cli.AwkwardFile.table;
import static io.nncreator.cli.AwkwardFile.x;
import static io.nncreator.cli.AwkwardFile.y;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Good tables in unusual writing: dialects, encodings, local numbers, other formats. */
final class AwkwardWriting {
  private static final String PLAIN =
      table("x,c,y", row -> x(row) + "," + colour(row) + "," + y(row));

  private AwkwardWriting() {}

  static Stream<AwkwardFile> files() {
    return Stream.of(dialects(), encodings(), numbers(), formats()).flatMap(List::stream);
  }

  private static List<AwkwardFile> dialects() {
    String quoted = table("x,c,y", row -> x(row) + ",\"" + colour(row) + "\nor, so\"," + y(row));
    return List.of(
        learns("commas", PLAIN, ROWS),
        learns("semicolons", PLAIN.replace(',', ';'), ROWS),
        learns("tabs", "t.tsv", PLAIN.replace(',', '\t').getBytes(UTF_8), ROWS),
        learns("pipes", PLAIN.replace(',', '|'), ROWS),
        learns("Windows line ends", PLAIN.replace("\n", "\r\n"), ROWS),
        learns("old Mac line ends", PLAIN.replace('\n', '\r'), ROWS),
        learns("blank lines", "\n" + PLAIN.replace("\n", "\n\n"), ROWS),
        learns("line ends in quotes", quoted, ROWS),
        learns("separators at all ends", PLAIN.replace("\n", ",\n"), ROWS),
        learns("blanks around cells", PLAIN.replace(",", " , "), ROWS),
        learns("Excel's own hint", "sep=;\n" + PLAIN.replace(',', ';'), ROWS),
        learns("apostrophes as quotes", PLAIN.replaceAll("(red|green|blue)", "'$1, so'"), ROWS),
        learns("backslashes before quotes", PLAIN.replace("red", "\"r\\\"ed\""), ROWS));
  }

  private static List<AwkwardFile> encodings() {
    String cyrillic =
        table(
            "число,цвет,y", row -> x(row) + "," + (row % 2 == 0 ? "синий" : "алый") + "," + y(row));
    String western =
        table("größe,c,y", row -> x(row) + "," + (row % 2 == 0 ? "José" : "Zoë") + "," + y(row));
    return List.of(
        learns("a byte order mark", "\uFEFF" + PLAIN, ROWS),
        learns(
            "a mark before a quote", "\uFEFF" + PLAIN.replace("x,c,y", "\"x\",\"c\",\"y\""), ROWS),
        learns("UTF-16 with a mark", "\uFEFF" + cyrillic, UTF_16LE),
        learns("UTF-16 the other way", "\uFEFF" + cyrillic, UTF_16BE),
        learns("UTF-16 without a mark", PLAIN, UTF_16LE),
        learns("Latin-1", western, Charset.forName("ISO-8859-1")),
        learns("Cyrillic of one byte", cyrillic, Charset.forName("windows-1251")),
        learns("gzip", "t.csv.gz", gzip(PLAIN), ROWS),
        learns("gzip without the ending", "t.csv", gzip(PLAIN), ROWS));
  }

  private static List<AwkwardFile> numbers() {
    return List.of(
        learns(
            "decimal commas",
            table("x;c;y", r -> local("%.2f", r).replace('.', ',') + ";" + colour(r) + ";" + y(r)),
            ROWS),
        learns(
            "thousands by commas",
            table("x,y", r -> "\"" + local("%,.1f", 12_345 * r) + "\"," + y(r)),
            ROWS),
        learns(
            "thousands by points",
            table("x;y", r -> swapped(local("%,.1f", 12_345 * r)) + ";" + y(r)),
            ROWS),
        learns(
            "thousands by blanks",
            table("x,y", r -> local("%,.1f", 12_345 * r).replace(',', '\u00A0') + "," + y(r)),
            ROWS),
        learns("a target with decimal commas", table("x;y", r -> r % 7 + ";" + r / 4 + ",5"), ROWS),
        learns("percent", table("p,x,y", r -> r + "%," + x(r) + "," + y(r)), ROWS),
        learns("currency", table("p,x,y", r -> "$" + r % 7 + ".99," + x(r) + "," + y(r)), ROWS),
        learns(
            "words for infinities",
            table(
                "x,z,y",
                200,
                r ->
                    (r == 7 ? "inf" : r == 8 ? "-Infinity" : "" + x(r))
                        + ","
                        + List.of("inf", "-inf", "NaN", "nan", "1.5").get(r % 5)
                        + ","
                        + y(r)),
            200),
        learns(
            "integers beyond long",
            table("n,x,y", r -> "1234567890123456789012" + r % 5 + "," + x(r) + "," + y(r)),
            ROWS),
        learns(
            "truth values in five languages",
            table(
                "a,b,c,d,e,x,y",
                r ->
                    (r % 2 == 0 ? "true,yes,ja,да,oui," : "FALSE,no,nein,нет,non,")
                        + x(r)
                        + ","
                        + y(r)),
            ROWS));
  }

  private static List<AwkwardFile> formats() {
    String lines =
        table("", r -> "{\"x\":" + x(r) + ",\"c\":\"" + colour(r) + "\",\"y\":\"" + y(r) + "\"}");
    String nested =
        table(
            "",
            r ->
                "{\"x\":{\"v\":["
                    + r % 3
                    + ",null]},\"m\":"
                    + mixed(r)
                    + ",\"y\":\""
                    + y(r)
                    + "\"}");
    String surrogates =
        table("", r -> "{\"c\":\"" + colour(r) + "\\ud83d\",\"y\":\"" + y(r) + "\\udc00\"}");
    String nulls =
        table("", r -> "{\"c\":\"a\\u0000" + y(r) + "\",\"y\":\"" + y(r) + "\\u0000z\"}");
    String array = "[" + lines.strip().replace("\n", ",\n") + "]";
    return List.of(
        learns("JSON lines", "t.jsonl", lines.getBytes(UTF_8), ROWS),
        learns("a JSON array", "t.json", array.getBytes(UTF_8), ROWS),
        learns("packed JSON", "t.json", gzip(lines), ROWS),
        learns("nested and mixed JSON", "t.ndjson", nested.getBytes(UTF_8), ROWS),
        learns("halves of surrogate pairs in JSON", "t.json", surrogates.getBytes(UTF_8), ROWS),
        learns("null characters in JSON", "t.json", nulls.getBytes(UTF_8), ROWS));
  }

  private static String mixed(int row) {
    return List.of("1", "\"one\"", "true", "null", "[1]", "1.5e400").get(row % 6);
  }

  private static String local(String form, int row) {
    return String.format(Locale.ROOT, form, row + 0.25);
  }

  private static String swapped(String number) {
    return number.replace(',', ' ').replace('.', ',').replace(' ', '.');
  }
}
