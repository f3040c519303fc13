// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file of text, plain or packed by gzip, that can be read from its start any number of times. */
public final class TextFile {
  private static final int HEAD = 1 << 16;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final SourceFile file;
  private final boolean packed;
  private final byte[] head;
  private Charset charset;

  /**
   * Looks at the beginning of a file.
   *
   * @throws io.nncreator.api.error.DataException if it cannot be read, is empty or is not text
   */
  public TextFile(Path path) {
    this.file = SourceFile.of(path);
    this.packed = SourceFile.starts(file.magic(), 0x1F, 0x8B);
    if (!packed) {
      file.requireText();
    }
    this.head = head();
    @Nullable Charset found = TextEncoding.of(head);
    if (found == null) {
      throw file.unreadable("is not text", "its name has the wrong ending.", null);
    }
    this.charset = found;
  }

  /** Returns the file. */
  public SourceFile file() {
    return file;
  }

  /** Returns the encoding. */
  public Charset charset() {
    return charset;
  }

  /**
   * Opens the text without a byte order mark. The reader throws a {@link
   * java.nio.charset.CharacterCodingException} where the text is not of the encoding.
   */
  public Reader open() throws IOException {
    InputStream bytes = bytes();
    try {
      Reader reader = new BufferedReader(decoded(bytes), HEAD);
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** Reads bytes of this text, which start and end between two of its characters. */
  public Reader decoded(InputStream bytes) {
    boolean strict = charset.equals(StandardCharsets.UTF_8);
    CodingErrorAction action = strict ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
    return new InputStreamReader(
        bytes, charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action));
  }

  /** Takes the text for one of single bytes, after it turned out not to be UTF-8. */
  public void assumeSingleByte() {
    charset = TextEncoding.singleByte(head);
  }

  private byte[] head() {
    try (InputStream in = bytes()) {
      byte[] read = in.readNBytes(HEAD);
      if (read.length == 0) {
        throw file.empty("The file (" + file.name() + ") is empty.");
      }
      return read;
    } catch (IOException e) {
      throw file.unreadable("cannot be unpacked", "it was cut off on its way.", e);
    }
  }

  /** Returns whether the text is packed by gzip. */
  public boolean packed() {
    return packed;
  }

  /** Opens the unpacked bytes of the text, from a byte order mark on if there is one. */
  public InputStream bytes() throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file.path()), HEAD);
    try {
      return packed ? new GZIPInputStream(raw, HEAD) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }
}
