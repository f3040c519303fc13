// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names creations: time, a few words of the sentence, and chance, safe as a folder's name. */
public final class CreationId {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST_WORDS = 32;
  private static final SecureRandom CHANCE = new SecureRandom();

  private CreationId() {}

  /** Returns a new id such as {@code 20260102-030405-which-passengers-survived-1f2e3d}. */
  public static String next(String description, Instant now) {
    String ascii =
        Normalizer.normalize(description, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String words = ascii.substring(0, Math.min(MOST_WORDS, ascii.length()));
    String middle = words.replaceAll("^-|-$", "");
    return TIME.format(now)
        + (middle.isEmpty() ? "" : "-" + middle)
        + String.format(Locale.ROOT, "-%06x", CHANCE.nextInt(1 << 24));
  }
}
