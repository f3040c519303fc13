// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.runtime.json.RecordJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes bundles, each whole or not at all: into a hidden place beside the target, made durable,
 * then renamed in one step. A full disk, an exception or a killed process never leaves a bundle
 * that is there in part. Thread-safe.
 */
public final class BundleWriter {
  private static final BundleWriter LOCAL = new BundleWriter(new Disk());

  private final Disk disk;

  BundleWriter(Disk disk) {
    this.disk = disk;
  }

  /**
   * Writes a bundle as a folder. Missing parents are made.
   *
   * @throws BundleException with {@link ErrorCode#BUNDLE_UNWRITABLE} if something is at the target
   *     already or the disk refuses; then nothing of the bundle is left
   */
  public static void write(NetworkBundle bundle, Path folder) {
    LOCAL.writeFolder(bundle, folder);
  }

  /**
   * Writes a bundle as one zip file with the same content.
   *
   * @throws BundleException with {@link ErrorCode#BUNDLE_UNWRITABLE} if something is at the target
   *     already or the disk refuses; then nothing of the bundle is left
   */
  public static void writeZip(NetworkBundle bundle, Path file) {
    LOCAL.writeArchive(bundle, file);
  }

  void writeFolder(NetworkBundle bundle, Path folder) {
    stage(
        folder,
        place -> {
          Files.createDirectory(place);
          writeFiles(bundle, name -> disk.create(place.resolve(name)));
          disk.sync(place);
        });
  }

  void writeArchive(NetworkBundle bundle, Path file) {
    stage(
        file,
        place -> {
          try (ZipOutputStream zip = new ZipOutputStream(disk.create(place))) {
            writeFiles(bundle, name -> new ZipFileEntry(zip, name, bundle));
          }
        });
  }

  private void stage(Path target, Step step) {
    Path whole = target.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    if (parent == null || Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
      throw unwritable(
          whole, "there is something already. Maybe choose another name or remove it", null);
    }
    try {
      Files.createDirectories(parent);
      try (Staging staging = Staging.in(parent)) {
        step.fill(staging.place());
        disk.move(staging.place(), whole);
        disk.sync(parent);
      }
    } catch (IOException e) {
      throw unwritable(
          whole, e + ". Maybe free space on the disk or check the rights on the folder", e);
    }
  }

  private static void writeFiles(NetworkBundle bundle, Target target) throws IOException {
    List<Manifest.Entry> entries = new ArrayList<>();
    for (Map.Entry<BundleFile, BundleContent> file : BundleContent.of(bundle).entrySet()) {
      entries.add(writeFile(file.getKey().fileName(), file.getValue(), target));
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
    writeFile(BundleFile.CHECKSUM, out -> out.write(Sha256.checksumFile(contents)), target);
    writeFile(BundleFile.MANIFEST, out -> out.write(contents), target);
  }

  private static Manifest.Entry writeFile(String name, BundleContent content, Target target)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    try (OutputStream file = target.open(name);
        CountingStream counted = new CountingStream(new DigestOutputStream(file, digest))) {
      content.writeTo(counted);
      return new Manifest.Entry(name, counted.count(), Sha256.hex(digest));
    }
  }

  private static BundleException unwritable(Path target, String why, @Nullable Throwable cause) {
    return new BundleException(
        ErrorCode.BUNDLE_UNWRITABLE,
        "The bundle cannot be written to (" + target + "): " + why + ".",
        cause);
  }

  private interface Step {
    void fill(Path place) throws IOException;
  }

  private interface Target {
    OutputStream open(String name) throws IOException;
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
