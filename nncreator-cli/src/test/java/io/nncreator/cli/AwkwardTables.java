// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static io.nncreator.cli.AwkwardFile.ROWS;
import static io.nncreator.cli.AwkwardFile.colour;
import static io.nncreator.cli.AwkwardFile.learns;
import static io.nncreator.cli.AwkwardFile.table;
import static io.nncreator.cli.AwkwardFile.x;
import static io.nncreator.cli.AwkwardFile.y;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables whose content is awkward but from which a network can be made. */
final class AwkwardTables {
  private static final String HOSTILE =
      "\"say \"\"hi\"\"\",\"two\nlines\",\"a,b\",'); DROP TABLE x;--,=cmd()|'/C calc'!A0,{{7*7}},"
          + "../../etc/passwd,${jndi:ldap://x},<script>alert(1)</script>,%s%n%x";

  private AwkwardTables() {}

  static Stream<AwkwardFile> files() {
    return Stream.of(names(), cells(), sizes(), targets()).flatMap(List::stream);
  }

  private static List<AwkwardFile> names() {
    String longName = "long".repeat(2_500);
    return List.of(
        learns(
            "hostile names", table(HOSTILE + ",x,y", r -> count(r, 10) + x(r) + "," + y(r)), ROWS),
        learns("a target named like a path", table("x,../../y", r -> x(r) + "," + y(r)), ROWS)
            .telling("../../y"),
        learns("a target named like a formula", table("x,=cmd()", r -> x(r) + "," + y(r)), ROWS)
            .telling("=cmd()"),
        learns("a target of two lines", table("x,\"two\nlines\"", r -> x(r) + "," + y(r)), ROWS)
            .telling("two\nlines"),
        learns(
            "names of ten thousand letters",
            table(longName + "1," + longName + "2,y", r -> x(r) + "," + r % 7 + "," + y(r)),
            ROWS),
        learns(
            "emoji",
            table("🚀,👩‍👩‍👧,y", r -> x(r) + "," + (r % 2 == 0 ? "😀" : "😡") + "," + y(r)),
            ROWS),
        learns(
            "writing from right to left",
            table("\u202Eعمر,שם,y", r -> x(r) + "," + (r % 2 == 0 ? "אבג" : "دهو") + "," + y(r)),
            ROWS),
        learns(
            "names that differ in case and marks",
            table("a b,a_b,A B,y", r -> x(r) + "," + r % 7 + "," + r % 5 + "," + y(r)),
            ROWS),
        learns(
            "names left empty",
            table(",,x,y", r -> r % 4 + "," + colour(r) + "," + x(r) + "," + y(r)),
            ROWS),
        learns(
            "names of Python and ONNX",
            table("class,def,None,input,output,y", r -> x(r) + "," + count(r, 4) + y(r)),
            ROWS),
        learns(
                "no header",
                table(
                    x(0) + ",red," + y(0),
                    ROWS - 1,
                    r -> x(r + 1) + "," + colour(r) + "," + y(r + 1)),
                ROWS)
            .telling("c3"));
  }

  private static List<AwkwardFile> cells() {
    return List.of(
        learns(
            "hostile cells",
            table("x,c,y", r -> x(r) + "," + HOSTILE.split(",")[3 + r % 3] + "," + y(r)),
            ROWS),
        learns(
            "hostile classes",
            table(
                "x,y",
                r -> x(r) + "," + (x(r) > 5 ? "\"=cmd(),\"\"\n{{7*7}}\"" : "'); DROP TABLE x;--")),
            ROWS),
        learns(
            "extreme numbers",
            table(
                "a,b,c,d,y",
                r ->
                    x(r)
                        + "e300,"
                        + x(r)
                        + "e-300,"
                        + (r % 9 == 0 ? "1e300," : "1,")
                        + (r % 2 == 0 ? "1.7e308," : "-1.7e308,")
                        + y(r)),
            ROWS),
        learns(
            "dates in four styles",
            table(
                "a,b,c,d,y",
                r ->
                    date(
                            "%1$04d-%2$02d-%3$02d,%3$02d.%2$02d.%1$04d,%2$02d/%3$02d/%1$04d,%3$d March %1$04d,",
                            r)
                        + y(r)),
            ROWS),
        learns(
            "dates of mixed styles",
            table(
                "a,x,y",
                r ->
                    date(r % 2 == 0 ? "%1$04d-%2$02d-%3$02d," : "%3$02d.%2$02d.%1$04d,", r)
                        + x(r)
                        + ","
                        + y(r)),
            ROWS),
        learns(
            "constant and missing columns",
            table("k,m,n,x,y", r -> "7,,NA," + x(r) + "," + y(r)),
            ROWS),
        learns(
            "a column that is mostly missing",
            table(
                "m,x,y",
                r -> (r == 3 ? "5" : "") + "," + (r % 2 == 0 ? "" : "" + x(r)) + "," + y(r)),
            ROWS),
        learns(
            "identifiers beside a number",
            table(
                "order_id,uuid,x,y",
                r ->
                    (1000 + r)
                        + ",a0eebc99-9c0b-4ef8-bb6d-6bb9bd3802"
                        + (10 + r)
                        + ","
                        + x(r)
                        + ","
                        + y(r)),
            ROWS),
        learns(
            "free text beside numbers",
            table(
                "note,x,z,y",
                r -> "this is note number " + r + " of many," + x(r) + "," + r % 3 + "," + y(r)),
            ROWS),
        learns(
            "a cell of a million letters",
            table(
                "c,x,y",
                r -> (r == 5 ? "z".repeat(1_000_000) : colour(r)) + "," + x(r) + "," + y(r)),
            ROWS),
        learns(
            "null characters far down",
            table("c,x,y", 9_000, r -> (r < 8_000 ? colour(r) : "a\0b") + "," + x(r) + "," + y(r)),
            9_000),
        learns(
            "a few cells that are no numbers",
            table("x,y", 200, r -> (r % 101 == 50 ? "n.a." : "" + x(r)) + "," + y(r)),
            200),
        learns(
            "levels that differ in case",
            table("c,y", r -> (x(r) > 5 ? "Yes" : "yes") + "," + y(r)),
            ROWS));
  }

  private static List<AwkwardFile> sizes() {
    String wide = IntStream.range(0, 5_000).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
    return List.of(
        learns(
            "5,000 columns",
            table(
                wide + ",y",
                40,
                r ->
                    IntStream.range(0, 5_000)
                            .mapToObj(i -> "" + (r * 31 + i * 17) % 23)
                            .collect(Collectors.joining(","))
                        + ","
                        + y(r)),
            40),
        learns("four rows", table("x,y", 4, r -> r + "," + (r < 2 ? "a" : "b")), 4),
        learns("six rows of numbers", table("x,y", 6, r -> r + "," + r * 2.5), 6),
        learns("all rows duplicates", table("x,y", r -> r % 2 == 0 ? "1,a" : "2,b"), ROWS),
        learns(
            "rows that contradict each other",
            table("x,y", r -> r / 2 % 3 + "," + (r % 2 == 0 ? "a" : "b")),
            ROWS),
        learns("one feature with two values", table("x,y", r -> r % 2 + "," + r % 5 * 1.5), ROWS));
  }

  private static List<AwkwardFile> targets() {
    return List.of(
        learns(
            "a target with missing cells",
            table("x,y", r -> x(r) + "," + (r % 4 == 0 ? "NA" : y(r))),
            ROWS),
        learns(
            "a copy of the target", table("x,copy,y", r -> x(r) + "," + y(r) + "," + y(r)), ROWS),
        learns(
            "a code for the target",
            table("x,code,y", r -> x(r) + "," + (x(r) > 5 ? 17 : 4) + "," + y(r)),
            ROWS),
        learns("a copy of a number", table("x,copy,y", r -> r % 7 + "," + x(r) + "," + x(r)), ROWS),
        learns(
            "1,000 classes",
            table("a,b,y", 3_000, r -> r % 1_000 + "," + r % 10 + ",class" + r % 1_000),
            3_000),
        learns(
            "999 of a class and one that stands twice",
            table("x,y", 1_001, r -> x(r) + "," + (r == 100 || r == 900 ? "rare" : "usual")),
            1_001),
        learns("a target of truth values", table("x,y", r -> x(r) + "," + (x(r) > 5)), ROWS),
        learns(
            "a target of two numbers", table("x,y", r -> x(r) + "," + (x(r) > 5 ? 1 : -1)), ROWS),
        learns("a target of huge numbers", table("x,y", r -> x(r) + "," + x(r) + "e300"), ROWS),
        learns("a target of tiny numbers", table("x,y", r -> x(r) + "," + x(r) + "e-300"), ROWS),
        learns(
            "a target of the greatest and the least number",
            table("x,y", r -> x(r) + "," + (r % 3 - 1) * 1.7 + "e308"),
            ROWS),
        learns(
            "a target with one far value",
            table("x,y", r -> x(r) + "," + (r == 9 ? "1e15" : "" + x(r))),
            ROWS),
        learns(
            "a target of long texts",
            table("x,y", r -> x(r) + "," + (y(r) + " and more words ").repeat(900).strip()),
            ROWS));
  }

  private static String count(int row, int columns) {
    return IntStream.range(0, columns)
        .mapToObj(i -> (row * 7 + i * 3) % 11 + ",")
        .collect(Collectors.joining());
  }

  private static String date(String form, int row) {
    return String.format(Locale.ROOT, form, 2000 + row % 20, 1 + row % 12, 13 + row % 14);
  }
}
