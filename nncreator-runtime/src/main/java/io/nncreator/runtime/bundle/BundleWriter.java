// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.runtime.internal.disk.Publisher;
import io.nncreator.runtime.internal.disk.Publisher.NewFiles;
import io.nncreator.runtime.json.RecordJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes bundles, each whole or not at all: into a hidden place beside the target, made durable,
 * then renamed in one step. A full disk, an exception or a killed process never leaves a bundle
 * that is there in part. Thread-safe.
 */
public final class BundleWriter {
  private BundleWriter() {}

  /**
   * Writes a bundle as a folder. Missing parents are made.
   *
   * @throws BundleException with {@link ErrorCode#BUNDLE_UNWRITABLE} if something is at the target
   *     already or the disk refuses; then nothing of the bundle is left
   */
  public static void write(NetworkBundle bundle, Path folder) {
    write(bundle, folder, Publisher.local());
  }

  /**
   * Writes a bundle as one zip file with the same content.
   *
   * @throws BundleException with {@link ErrorCode#BUNDLE_UNWRITABLE} if something is at the target
   *     already or the disk refuses; then nothing of the bundle is left
   */
  public static void writeZip(NetworkBundle bundle, Path file) {
    writeZip(bundle, file, Publisher.local());
  }

  static void write(NetworkBundle bundle, Path folder, Publisher publisher) {
    publisher.folder(folder, files -> writeFiles(bundle, files));
  }

  static void writeZip(NetworkBundle bundle, Path file, Publisher publisher) {
    publisher.file(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          writeFiles(bundle, name -> new ZipFileEntry(zip, name, bundle));
          zip.finish();
        });
  }

  private static void writeFiles(NetworkBundle bundle, NewFiles files) throws IOException {
    List<Manifest.Entry> entries = new ArrayList<>();
    for (Map.Entry<BundleFile, BundleContent> file : BundleContent.of(bundle).entrySet()) {
      entries.add(writeFile(file.getKey().fileName(), file.getValue(), files));
    }
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            bundle.id(),
            bundle.name(),
            bundle.created(),
            bundle.software(),
            entries);
    byte[] contents = RecordJson.write(manifest).getBytes(StandardCharsets.UTF_8);
    writeFile(BundleFile.CHECKSUM, out -> out.write(Sha256.checksumFile(contents)), files);
    writeFile(BundleFile.MANIFEST, out -> out.write(contents), files);
  }

  private static Manifest.Entry writeFile(String name, BundleContent content, NewFiles files)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    try (OutputStream file = files.create(name);
        CountingStream counted = new CountingStream(new DigestOutputStream(file, digest))) {
      content.writeTo(counted);
      return new Manifest.Entry(name, counted.count(), Sha256.hex(digest));
    }
  }

  /** A file within an archive; closing it leaves the archive open. */
  private static final class ZipFileEntry extends OutputStream {
    private final ZipOutputStream zip;

    ZipFileEntry(ZipOutputStream zip, String name, NetworkBundle bundle) throws IOException {
      this.zip = zip;
      ZipEntry entry = new ZipEntry(name);
      entry.setTime(bundle.created().toEpochMilli());
      zip.putNextEntry(entry);
    }

    @Override
    public void write(int value) throws IOException {
      zip.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      zip.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      zip.closeEntry();
    }
  }
}
