// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Copies the jars that a server needs from those of this process. */
public final class ServerJars {
  /** A class of each jar. */
  private static final List<String> CLASSES =
      List.of(
          "io.nncreator.serving.ServingMain",
          "io.nncreator.runtime.NeuralNetwork",
          "io.nncreator.api.error.ErrorCode",
          "ai.onnxruntime.OrtEnvironment",
          "com.fasterxml.jackson.annotation.JsonInclude",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.JsonNode",
          "io.netty.buffer.ByteBuf",
          "io.netty.channel.Channel",
          "io.netty.handler.codec.ByteToMessageDecoder",
          "io.netty.handler.codec.http.HttpRequest",
          "io.netty.handler.flow.FlowControlHandler",
          "io.netty.resolver.AddressResolver",
          "io.netty.util.concurrent.Future",
          "org.jspecify.annotations.Nullable",
          "org.slf4j.Logger");

  private static final String NATIVES = "ai/onnxruntime/native/";

  /** Archives of classes know jars by size and time: equal jars have equal times everywhere. */
  private static final FileTime TIME = FileTime.from(Instant.ofEpochSecond(1));

  private static final Instant ENTRY_TIME = Instant.parse("2026-01-01T00:00:00Z");

  private ServerJars() {}

  /**
   * Writes jars and native libraries into two folders; other files in them are removed.
   *
   * @throws IOException if a jar is not found, there is no library for the platform, or the disk
   *     refuses
   */
  public static void write(Path jars, Path natives, String platform) throws IOException {
    clear(jars);
    clear(natives);
    for (String name : CLASSES) {
      Path source = source(name);
      if (Files.isDirectory(source)) {
        pack(source, jars.resolve(module(name) + ".jar"), ENTRY_TIME);
      } else if (name.startsWith("ai.onnxruntime.")) {
        split(source, jars.resolve(source.getFileName()), natives, platform);
      } else {
        Files.copy(source, jars.resolve(source.getFileName()));
      }
    }
    for (Path folder : List.of(jars, natives)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.setLastModifiedTime(file, TIME);
        }
      }
    }
  }

  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static Path source(String name) throws IOException {
    try {
      Class<?> type = Class.forName(name, false, ServerJars.class.getClassLoader());
      CodeSource source = type.getProtectionDomain().getCodeSource();
      URL place = source == null ? null : source.getLocation();
      if (place == null || !place.getProtocol().equals("file")) {
        throw new IOException("the jar of " + name + " is not a file, but " + place);
      }
      return Path.of(place.toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IOException("the jar of " + name + " is not found", e);
    }
  }

  /** Returns a name for the classes of a module that lie in a folder, such as nncreator-api. */
  private static String module(String name) {
    String[] parts = name.split("\\.", -1);
    return parts[1] + "-" + parts[2];
  }

  private static void pack(Path folder, Path jar, Instant time) throws IOException {
    try (Stream<Path> inside = Files.walk(folder);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        begin(out, name, time);
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }

  /** Copies ONNX Runtime's classes to a jar and the libraries of one platform to a folder. */
  private static void split(Path source, Path jar, Path natives, String platform)
      throws IOException {
    int libraries = 0;
    try (ZipFile in = new ZipFile(source.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String file = library(entry, platform);
        try (InputStream bytes = in.getInputStream(entry)) {
          if (file != null) {
            libraries++;
            Files.copy(bytes, natives.resolve(file));
          } else if (!entry.isDirectory() && !entry.getName().startsWith(NATIVES)) {
            begin(out, entry.getName(), ENTRY_TIME);
            bytes.transferTo((OutputStream) out);
            out.closeEntry();
          }
        }
      }
    }
    if (libraries == 0) {
      throw new IOException("ONNX Runtime has no library for the platform " + platform);
    }
  }

  private static @Nullable String library(ZipEntry entry, String platform) {
    String folder = NATIVES + platform + "/";
    String name = entry.getName();
    boolean inside = !entry.isDirectory() && name.startsWith(folder);
    String file = inside ? name.substring(folder.length()) : "";
    return file.isEmpty() || file.contains("/") || file.contains("\\") ? null : file;
  }

  private static void begin(ZipOutputStream out, String name, Instant time) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.from(time));
    out.putNextEntry(entry);
  }
}
