// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.SpecException;
import io.nncreator.runtime.json.Excerpt;
import io.nncreator.runtime.json.RecordJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of one bundle, each compared with the table of contents while it is read. */
final class CheckedFiles {
  private static final Pattern FORMAT =
      Pattern.compile("\\A\\s*\\{\\s*\"format\"\\s*:\\s*(\\d{1,9})");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final Path place;
  private final BundleSource source;
  private final Manifest manifest;
  private final Map<String, Manifest.Entry> entries = new HashMap<>();

  private CheckedFiles(Path place, BundleSource source, byte[] contents) {
    this.place = place;
    this.source = source;
    this.manifest = json(BundleFile.MANIFEST, contents, Manifest.class);
    for (Manifest.Entry entry : manifest.files()) {
      if (!NAME.matcher(entry.name()).matches() || entries.put(entry.name(), entry) != null) {
        throw damaged(BundleFile.MANIFEST, "it lists (" + Excerpt.of(entry.name()) + ")", null);
      }
    }
  }

  /** Reads the table of contents and checks it against its own hash. */
  static CheckedFiles open(Path place, BundleSource source) throws IOException {
    byte[] contents = small(place, source, BundleFile.MANIFEST);
    byte[] checksum = small(place, source, BundleFile.CHECKSUM);
    if (contents == null) {
      throw damaged(place, BundleFile.MANIFEST, "it is missing", null);
    }
    boolean sound = checksum != null && Arrays.equals(checksum, Sha256.checksumFile(contents));
    Matcher format = FORMAT.matcher(new String(contents, StandardCharsets.UTF_8));
    if ((sound || checksum == null) && format.find()) {
      requireKnown(place, Integer.parseInt(format.group(1)));
    }
    if (!sound) {
      throw damaged(place, BundleFile.MANIFEST, "its checksum is another one", null);
    }
    return new CheckedFiles(place, source, contents);
  }

  Manifest manifest() {
    return manifest;
  }

  boolean has(BundleFile file) {
    return entries.containsKey(file.fileName());
  }

  /** Returns the hash that a file has by the table of contents. */
  String sha256(BundleFile file) {
    Manifest.Entry entry = entries.get(file.fileName());
    if (entry == null) {
      throw damaged(file.fileName(), "the table of contents lacks it", null);
    }
    return entry.sha256();
  }

  /** Reads a JSON file. */
  <T extends Record> T read(BundleFile file, Class<T> type) throws IOException {
    return json(file.fileName(), bytes(file), type);
  }

  /** Reads a file into memory. */
  byte[] bytes(BundleFile file) throws IOException {
    return read(file, (in, size) -> in.readNBytes(Math.toIntExact(size)));
  }

  /** Reads a file by a parser, which must take exactly the stated bytes. */
  <T> T read(BundleFile file, Parser<T> parser) throws IOException {
    Manifest.Entry entry = entries.get(file.fileName());
    if (entry == null) {
      throw damaged(file.fileName(), "the table of contents lacks it", null);
    }
    if (entry.bytes() < 0 || entry.bytes() > file.maxBytes()) {
      throw damaged(file.fileName(), "it claims " + entry.bytes() + " bytes", null);
    }
    return check(entry, parser);
  }

  /** Checks files that nobody has read, known or not. */
  void checkRest(BundleFile... read) throws IOException {
    for (Manifest.Entry entry : manifest.files()) {
      BundleFile known = BundleFile.byName(entry.name());
      if (known == null || !Arrays.asList(read).contains(known)) {
        check(entry, (in, size) -> in.transferTo(java.io.OutputStream.nullOutputStream()));
      }
    }
  }

  BundleException damaged(String file, String why, @Nullable Throwable cause) {
    return damaged(place, file, why, cause);
  }

  static BundleException damaged(Path place, String file, String why, @Nullable Throwable cause) {
    return new BundleException(
        ErrorCode.BUNDLE_DAMAGED,
        "The bundle ("
            + place
            + ") is damaged: "
            + file
            + ": "
            + why
            + ". Maybe copy it again from where it came.",
        cause);
  }

  private <T> T check(Manifest.Entry entry, Parser<T> parser) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream file = source.open(entry.name())) {
      if (file == null) {
        throw damaged(entry.name(), "it is missing", null);
      }
      LimitedStream limited = new LimitedStream(file, entry.bytes());
      DigestInputStream in = new DigestInputStream(limited, digest);
      T value = parser.parse(in, entry.bytes());
      in.transferTo(java.io.OutputStream.nullOutputStream());
      if (limited.left() > 0 || file.read() >= 0) {
        throw damaged(entry.name(), "its size is not " + entry.bytes() + " bytes", null);
      }
      if (!Sha256.hex(digest).equals(entry.sha256())) {
        throw damaged(entry.name(), "its content is not what was written", null);
      }
      return value;
    } catch (BundleException e) {
      String message = String.valueOf(e.getMessage());
      throw message.contains(place.toString()) ? e : damaged(entry.name(), message, e);
    }
  }

  private <T extends Record> T json(String file, byte[] bytes, Class<T> type) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return RecordJson.read(text, type);
    } catch (CharacterCodingException e) {
      throw damaged(file, "it is not UTF-8", e);
    } catch (SpecException e) {
      throw damaged(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static byte @Nullable [] small(Path place, BundleSource source, String name)
      throws IOException {
    try (InputStream in = source.open(name)) {
      if (in == null) {
        return null;
      }
      byte[] bytes = in.readNBytes((int) BundleFile.SMALL + 1);
      if (bytes.length > BundleFile.SMALL) {
        throw damaged(place, name, "it is larger than " + BundleFile.SMALL + " bytes", null);
      }
      return new ByteArrayInputStream(bytes).readAllBytes();
    }
  }

  private static void requireKnown(Path place, int format) {
    if (format > Manifest.FORMAT) {
      throw new BundleException(
          ErrorCode.BUNDLE_TOO_NEW,
          "The bundle ("
              + place
              + ") has format "
              + format
              + ", this version reads up to "
              + Manifest.FORMAT
              + ". Maybe use the version of the library that wrote it, or a later one.",
          null);
    }
    if (format < 1) {
      throw damaged(place, BundleFile.MANIFEST, "its format is " + format, null);
    }
  }

  /** Turns a stream of known length into a value. */
  interface Parser<T> {
    T parse(InputStream in, long size) throws IOException;
  }
}
