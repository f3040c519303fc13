// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ServingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The secret that requests must carry. Only its hash is kept, and compared in constant time. */
public final class BearerToken {
  private static final String SCHEME = "bearer ";
  private static final Pattern LEGAL = Pattern.compile("[\\x21-\\x7e]{16,4096}");

  private final byte[] hash;

  private BearerToken(byte[] hash) {
    this.hash = hash;
  }

  /**
   * Reads the first line of a file.
   *
   * @throws ServingException with {@link ErrorCode#SERVING_TOKEN}
   */
  public static BearerToken read(Path file) {
    String token;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      token = reader.readLine();
    } catch (IOException e) {
      throw new ServingException(
          ErrorCode.SERVING_TOKEN,
          "The file with the token (" + file + ") cannot be read. Maybe check path and rights.",
          e);
    }
    if (token == null || !LEGAL.matcher(token).matches()) {
      throw new ServingException(
          ErrorCode.SERVING_TOKEN,
          "The first line of ("
              + file
              + ") must be a token of 16 to 4096 visible ASCII characters. Maybe write a long"
              + " random one.",
          null);
    }
    return new BearerToken(sha256(token));
  }

  /** Returns whether a header {@code Authorization} carries the token. */
  boolean matches(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    return MessageDigest.isEqual(hash, sha256(header.substring(SCHEME.length()).trim()));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
