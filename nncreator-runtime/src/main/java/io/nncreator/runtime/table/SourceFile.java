// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.runtime.json.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file that was checked before it is opened, and the words to complain about it. */
public final class SourceFile {
  private static final int MAGIC = 8;

  private final Path path;

  private SourceFile(Path path) {
    this.path = path;
  }

  /** Checks that there is a readable file with something in it. */
  public static SourceFile of(Path path) {
    SourceFile file = new SourceFile(path);
    if (!Files.exists(path)) {
      throw file.unreadable(
          "does not exist",
          "the path is meant from another folder: it was looked for at ("
              + Excerpt.of(path.toAbsolutePath().normalize().toString())
              + ").",
          null);
    }
    if (Files.isDirectory(path)) {
      throw file.unreadable("is a folder", "name one file in it.", null);
    }
    if (!Files.isReadable(path)) {
      throw file.unreadable("may not be read by this process", "change its permissions.", null);
    }
    try {
      if (Files.isRegularFile(path) && Files.size(path) == 0) {
        throw file.empty("The file (" + file.name() + ") is empty.");
      }
    } catch (IOException e) {
      throw file.unreadable("cannot be read", "the disk or network drive is at fault.", e);
    }
    return file;
  }

  /** Returns where the file is. */
  public Path path() {
    return path;
  }

  /** Returns the file's own name, safe to show. */
  public String name() {
    @Nullable Path last = path.getFileName();
    return Excerpt.of(last == null ? path.toString() : last.toString());
  }

  /** Returns the first bytes, fewer if the file is shorter. */
  public byte[] magic() {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MAGIC);
    } catch (IOException e) {
      throw unreadable("cannot be read", "the disk or network drive is at fault.", e);
    }
  }

  /** Refuses files that start like something that is no text. */
  void requireText() {
    byte[] magic = magic();
    for (Binary binary : Binary.values()) {
      if (starts(magic, binary.magic.chars().toArray())) {
        throw unreadable("is " + binary.what + ", not text", binary.remedy, null);
      }
    }
  }

  /** Returns the error of a file that is no usable table. */
  public DataException unreadable(String fact, String remedy, @Nullable Throwable cause) {
    return new DataException(
        ErrorCode.DATA_UNREADABLE,
        "The file (" + name() + ") " + fact + ". Maybe " + remedy,
        cause);
  }

  /** Returns the error of a file without content. */
  public DataException empty(String fact) {
    return new DataException(
        ErrorCode.DATA_EMPTY, fact + " Maybe the program that wrote it has not finished.");
  }

  /** Says whether bytes begin with these. */
  public static boolean starts(byte[] bytes, int... magic) {
    int[] head = new int[Math.min(bytes.length, magic.length)];
    Arrays.setAll(head, i -> bytes[i] & 0xFF);
    return Arrays.equals(head, magic);
  }

  /** Kinds of files that people take for tables of text. */
  private enum Binary {
    ZIP("a ZIP archive or an Excel workbook", "save the sheet as CSV.", "PK\u0003\u0004"),
    EXCEL("an old Excel workbook", "save the sheet as CSV.", "\u00D0\u00CF\u0011\u00E0"),
    PARQUET("a Parquet file", "use DataSource.parquet.", "PAR1"),
    PDF("a PDF document", "export the table as CSV.", "%PDF"),
    PNG("a PNG image", "name a table.", "\u0089PNG"),
    JPEG("a JPEG image", "name a table.", "\u00FF\u00D8\u00FF"),
    ZSTD("compressed by Zstandard", "unpack it, or use gzip.", "\u0028\u00B5\u002F\u00FD"),
    BZIP2("compressed by bzip2", "unpack it, or use gzip.", "BZh"),
    XZ("compressed by xz", "unpack it, or use gzip.", "\u00FD7zXZ"),
    SQLITE("an SQLite database", "use DataSource.query.", "SQLite f");

    private final String what;
    private final String remedy;
    private final String magic;

    Binary(String what, String remedy, String magic) {
      this.what = what;
      this.remedy = remedy;
      this.magic = magic;
    }
  }
}
