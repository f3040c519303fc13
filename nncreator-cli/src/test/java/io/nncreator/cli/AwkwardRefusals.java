// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import static io.nncreator.api.error.ErrorCode.DATA_COLUMN_DUPLICATE;
import static io.nncreator.api.error.ErrorCode.DATA_COLUMN_UNKNOWN;
import static io.nncreator.api.error.ErrorCode.DATA_EMPTY;
import static io.nncreator.api.error.ErrorCode.DATA_NO_FEATURES;
import static io.nncreator.api.error.ErrorCode.DATA_TARGET_UNUSABLE;
import static io.nncreator.api.error.ErrorCode.DATA_UNREADABLE;
import static io.nncreator.api.error.ErrorCode.TASK_TARGET_UNCLEAR;
import static io.nncreator.api.error.ErrorCode.TASK_TEXT;
import static io.nncreator.cli.AwkwardFile.gzip;
import static io.nncreator.cli.AwkwardFile.refused;
import static io.nncreator.cli.AwkwardFile.table;
import static io.nncreator.cli.AwkwardFile.x;
import static io.nncreator.cli.AwkwardFile.y;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Files from which no network can be made, with the error that says so. */
final class AwkwardRefusals {
  private static final String PLAIN = table("x,y", row -> x(row) + "," + y(row));

  private AwkwardRefusals() {}

  static Stream<AwkwardFile> files() {
    return Stream.of(empty(), malformed(), binary(), json(), unlearnable()).flatMap(List::stream);
  }

  private static List<AwkwardFile> empty() {
    return List.of(
        refused("an empty file", "", DATA_EMPTY, "t.csv", "is empty"),
        refused("nothing but a mark", "\uFEFF", DATA_EMPTY, "t.csv"),
        refused("nothing but blanks", " \n\n \n", DATA_EMPTY, "nothing but blanks"),
        refused("a header only", "x,y\n", DATA_EMPTY, "no rows"),
        refused("an empty gzip", "t.csv.gz", gzip(""), DATA_EMPTY, "is empty"),
        refused("an empty JSON array", "t.json", "[]".getBytes(UTF_8), DATA_EMPTY, "no rows"),
        refused("JSON without keys", "t.json", "{}\n{}".getBytes(UTF_8), DATA_EMPTY, "no columns"));
  }

  private static List<AwkwardFile> malformed() {
    return List.of(
        refused(
            "a row too long", PLAIN + "1,2,3\n", DATA_UNREADABLE, "3 cells in line 62", "has 2"),
        refused("a row too short", PLAIN + "1\n", DATA_UNREADABLE, "1 cells in line 62"),
        refused("comments above", "# made by hand\n" + PLAIN, DATA_UNREADABLE, "line 2", "comment"),
        refused("a comment below", PLAIN + "# the end\n", DATA_UNREADABLE, "line 62", "comment"),
        refused(
            "an open quote", PLAIN + "\"1,a\n2,b\n", DATA_UNREADABLE, "line 62", "never closed"),
        refused(
            "text after a quote",
            PLAIN + "\"1\"z,a\n",
            DATA_UNREADABLE,
            "line 62",
            "a closed quote"),
        refused(
            "two columns of a name",
            "x,y,x\n1,2,3\n4,5,6\n",
            DATA_COLUMN_DUPLICATE,
            "(x)",
            "rename"),
        refused(
            "names that only blanks tell apart",
            "x, x,y\n1,2,a\n3,4,b\n",
            DATA_COLUMN_DUPLICATE,
            "(x)"));
  }

  private static List<AwkwardFile> binary() {
    byte[] noise = new byte[9_000];
    new Random(5).nextBytes(noise);
    byte[] packed = gzip(PLAIN.repeat(50));
    return List.of(
        refused("noise", "t.csv", noise, DATA_UNREADABLE, "is not text"),
        refused("zeros", "t.csv", new byte[5_000], DATA_UNREADABLE, "is not text"),
        refused("null bytes near the start", "x,y\n1,a\0b\n2,c\n", DATA_UNREADABLE, "is not text"),
        refused(
            "a ZIP archive",
            "t.csv",
            "PK\u0003\u0004....".getBytes(ISO_8859_1),
            DATA_UNREADABLE,
            "ZIP",
            "save the sheet"),
        refused("a PDF", "t.csv", "%PDF-1.4 ....".getBytes(UTF_8), DATA_UNREADABLE, "PDF"),
        refused(
            "a Parquet file named csv",
            "t.csv",
            "PAR1....PAR1".getBytes(UTF_8),
            DATA_UNREADABLE,
            "DataSource.parquet"),
        refused(
            "a gzip cut off",
            "t.csv.gz",
            Arrays.copyOf(packed, packed.length / 2),
            DATA_UNREADABLE,
            "unpacked",
            "cut off"),
        refused("a gzip with damage", "t.csv.gz", damaged(packed), DATA_UNREADABLE, "unpacked"),
        refused(
            "a gzip in a gzip",
            "t.csv.gz",
            gzip(new String(packed, ISO_8859_1)),
            DATA_UNREADABLE,
            "is not text"),
        refused(
            "text named parquet",
            "t.parquet",
            PLAIN.getBytes(UTF_8),
            DATA_UNREADABLE,
            "is not Parquet"),
        refused(
            "Parquet with damage",
            "t.parquet",
            "PAR1\0\0\0\0\7\7\7\7PAR1".getBytes(UTF_8),
            DATA_UNREADABLE,
            "damaged"));
  }

  private static List<AwkwardFile> json() {
    return List.of(
        json("JSON cut off", "{\"x\":1,\"y\":2}\n{\"x\":", "malformed JSON in line 2"),
        json("JSON of numbers", "[1,2,3]", "something else than an object in line 1"),
        json("JSON of a text", "\"hello\"", "something else than an object"),
        json("CSV named json", PLAIN, "malformed JSON in line 1"),
        json(
            "JSON too deep",
            "{\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}",
            "malformed JSON"),
        json("a number too long for JSON", "{\"x\":" + "1".repeat(50_000) + "}", "malformed JSON"),
        refused(
            "a key that stands twice",
            "t.json",
            "{\"x\":1,\"x\":2}".getBytes(UTF_8),
            DATA_COLUMN_DUPLICATE,
            "Row 1",
            "(x)"));
  }

  private static List<AwkwardFile> unlearnable() {
    return List.of(
        refused("one row", "x,y\n1,a\n", DATA_TARGET_UNUSABLE, "(y)"),
        refused("two rows", "x,y\n1,a\n2,b\n", DATA_TARGET_UNUSABLE, "(y)"),
        refused(
            "one class",
            table("x,y", r -> x(r) + ",a"),
            DATA_TARGET_UNUSABLE,
            "(y)",
            "in all rows"),
        refused(
            "a constant number",
            table("x,y", r -> x(r) + ",7.5"),
            DATA_TARGET_UNUSABLE,
            "(y)",
            "in all rows"),
        refused(
            "a target that is missing",
            table("x,y", r -> x(r) + ","),
            DATA_TARGET_UNUSABLE,
            "(y)",
            "no value in any row"),
        refused(
            "two targets that are known",
            table("x,y", r -> x(r) + "," + (r < 2 ? "k" + r : "")),
            DATA_TARGET_UNUSABLE,
            "2 different texts in 2 rows"),
        refused(
            "one row of each class",
            table("x,y", r -> x(r) + ",name" + r + " of it"),
            DATA_TARGET_UNUSABLE,
            "60 different texts in 60 rows"),
        refused(
            "a class in one row of a thousand",
            table("x,y", 1_000, r -> x(r) + "," + (r == 500 ? "rare" : "usual")),
            DATA_TARGET_UNUSABLE,
            "(rare)",
            "single row"),
        refused("all rows the same", table("x,y", r -> "1,a"), DATA_TARGET_UNUSABLE, "in all rows"),
        refused(
            "only identifiers",
            table("order_id,y", r -> (1000 + r) + "," + y(r)),
            DATA_NO_FEATURES,
            "(y)",
            "(order_id)"),
        refused(
            "only free text",
            table("note,y", r -> "this is note number " + r + " of many," + y(r)),
            TASK_TEXT,
            "free text",
            "(note)"),
        refused(
            "a target of dates",
            table("x,y", r -> x(r) + ",2020-01-" + (10 + r % 20)),
            DATA_TARGET_UNUSABLE,
            "(y)"),
        refused("only constants", table("a,b,y", r -> "1,," + y(r)), DATA_NO_FEATURES, "(a, b)"),
        refused("only the target", table("y", AwkwardFile::y), DATA_NO_FEATURES, "(y)"),
        refused(
            "an unknown target", PLAIN.replace("x,y", "x,yy"), DATA_COLUMN_UNKNOWN, "(y)", "yy"),
        refused(
                "nothing that is asked for",
                table("a,b", r -> x(r) + "," + r * r % 17 * 1.5),
                TASK_TARGET_UNCLEAR,
                "(a, b)")
            .asked("Make something nice"));
  }

  private static AwkwardFile json(String what, String text, String piece) {
    return refused(what, "t.json", text.getBytes(UTF_8), DATA_UNREADABLE, piece, "t.json");
  }

  private static byte[] damaged(byte[] packed) {
    byte[] damaged = packed.clone();
    for (int i = damaged.length / 2; i < damaged.length / 2 + 20; i++) {
      damaged[i] ^= 0x55;
    }
    return damaged;
  }
}
