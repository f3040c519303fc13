// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which bundles tell damage. */
final class Sha256 {
  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the content of the checksum file for a manifest. */
  static byte[] checksumFile(byte[] manifest) {
    MessageDigest digest = digest();
    digest.update(manifest);
    return (hex(digest) + "  " + BundleFile.MANIFEST + "\n").getBytes(StandardCharsets.US_ASCII);
  }
}
