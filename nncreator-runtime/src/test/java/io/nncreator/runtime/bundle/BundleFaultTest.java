// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.runtime.internal.disk.Disk;
import io.nncreator.runtime.internal.disk.Publisher;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A bundle in trouble")
class BundleFaultTest {
  @TempDir Path folder;
  private final NetworkBundle bundle = Bundles.classification();
  private Path place = Path.of("");

  @BeforeEach
  void write() {
    place = folder.resolve("whole");
    BundleWriter.write(bundle, place);
  }

  @Test
  @DisplayName("is known to be damaged wherever one byte is another")
  void flipped() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (Path file : files(place)) {
      byte[] sound = Files.readAllBytes(file);
      for (int i = 0; i < 6; i++) {
        byte[] bytes = sound.clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
        assertDamaged(String.valueOf(file.getFileName()));
      }
      Files.write(file, sound);
    }
    BundleReader.read(place);
  }

  @Test
  @DisplayName("is known to be damaged wherever a file is cut off, longer or gone")
  void truncated() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    for (Path file : files(place)) {
      byte[] sound = Files.readAllBytes(file);
      for (int i = 0; i < 3; i++) {
        Files.write(file, Arrays.copyOf(sound, random.nextInt(sound.length)));
        assertDamaged(String.valueOf(file.getFileName()));
      }
      Files.write(file, Arrays.copyOf(sound, sound.length + 1));
      assertDamaged(String.valueOf(file.getFileName()));
      Files.delete(file);
      assertDamaged(String.valueOf(file.getFileName()));
      Files.write(file, sound);
    }
  }

  @Test
  @DisplayName("in an archive is either whole or known to be damaged")
  void archive() throws IOException {
    Path zip = folder.resolve("whole.zip");
    BundleWriter.writeZip(bundle, zip);
    byte[] sound = Files.readAllBytes(zip);
    SplittableRandom random = new SplittableRandom(3);
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      byte[] bytes = sound.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(zip, i % 3 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : bytes);
      try {
        NetworkBundle back = BundleReader.read(zip);
        assertThat(back.onnx()).isEqualTo(bundle.onnx());
        assertThat(back.weights()).isEqualTo(bundle.weights());
      } catch (BundleException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.BUNDLE_DAMAGED);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(40);
  }

  @Test
  @DisplayName("leaves nothing when the disk is full, at whatever byte")
  void full() throws IOException {
    int refused = 0;
    for (long room = 0; ; room += 3000) {
      FullDisk disk = new FullDisk(room);
      Path target = folder.resolve("full");
      try {
        BundleWriter.write(bundle, target, new Publisher(disk));
        break;
      } catch (BundleException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.BUNDLE_UNWRITABLE);
        assertThat(e).hasMessageContaining("No space left");
        assertThat(names(folder)).containsExactly("whole");
        refused++;
      }
      assertThatThrownBy(() -> BundleWriter.writeZip(bundle, target, new Publisher(disk)))
          .isInstanceOf(BundleException.class);
      assertThat(names(folder)).containsExactly("whole");
    }
    assertThat(refused).isGreaterThan(3);
    assertThat(names(folder)).containsExactlyInAnyOrder("whole", "full");
  }

  @Test
  @DisplayName("leaves nothing when the last step fails")
  void move() throws IOException {
    Disk disk =
        new Disk() {
          @Override
          protected void move(Path from, Path to) throws IOException {
            throw new IOException("Interrupted system call");
          }
        };
    assertThatThrownBy(
            () -> BundleWriter.write(bundle, folder.resolve("late"), new Publisher(disk)))
        .isInstanceOf(BundleException.class);
    assertThat(names(folder)).containsExactly("whole");
  }

  @Test
  @DisplayName("is swept away by the next writer when its own one has died")
  void sweep() throws IOException {
    Path partial = Files.createDirectory(folder.resolve(".nncreator-dead.partial"));
    Files.writeString(partial.resolve("task.json"), "{");
    Path lock = Files.createFile(folder.resolve(".nncreator-dead.lock"));
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(3600)));
    BundleWriter.write(bundle, folder.resolve("next"));
    assertThat(names(folder)).containsExactlyInAnyOrder("whole", "next");
  }

  @Test
  @DisplayName("is left alone while its writer lives")
  void alive() throws IOException {
    Path partial = Files.createDirectory(folder.resolve(".nncreator-live.partial"));
    Path lock = Files.createFile(folder.resolve(".nncreator-live.lock"));
    Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(3600)));
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      assertThat(channel.lock().isValid()).isTrue();
      BundleWriter.write(bundle, folder.resolve("next"));
    }
    assertThat(partial).exists();
  }

  private void assertDamaged(String file) {
    assertThatThrownBy(() -> BundleReader.read(place))
        .as(file)
        .isInstanceOfSatisfying(
            BundleException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BUNDLE_DAMAGED))
        .hasMessageContaining(file.replace(".sha256", ""));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    return files(folder).stream().map(file -> String.valueOf(file.getFileName())).toList();
  }

  /** Has room for a number of bytes, and does not wait for them to become durable. */
  private static final class FullDisk extends Disk {
    private long room;

    FullDisk(long room) {
      this.room = room;
    }

    @Override
    protected OutputStream create(Path file) throws IOException {
      return new FilterOutputStream(Files.newOutputStream(file)) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          int fits = (int) Math.min(length, room);
          out.write(bytes, offset, fits);
          room -= fits;
          if (fits < length) {
            throw new IOException("No space left on device");
          }
        }

        @Override
        public void write(int value) throws IOException {
          write(new byte[] {(byte) value}, 0, 1);
        }
      };
    }
  }
}
