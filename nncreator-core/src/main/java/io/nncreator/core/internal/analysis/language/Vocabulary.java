// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One vocabulary file: lines {@code key = entry, entry}; indented lines go on with the key before;
 * {@code #} begins a comment line.
 *
 * @param language ISO 639-1 code
 * @param phrases entries by key
 */
record Vocabulary(String language, Map<String, List<Phrase>> phrases) {

  /** Reads the file of a language. */
  static Vocabulary read(String language) {
    String file = language + ".txt";
    try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The vocabulary (" + file + ") is not in the jar.");
      }
      return parse(language, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Vocabulary parse(String language, BufferedReader lines) throws IOException {
    Map<String, List<Phrase>> phrases = new LinkedHashMap<>();
    String key = "";
    @Nullable String line;
    while ((line = lines.readLine()) != null) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String entries = line;
      if (!Character.isWhitespace(line.charAt(0))) {
        int equals = line.indexOf('=');
        key = line.substring(0, equals).strip();
        entries = line.substring(equals + 1);
      }
      List<Phrase> ofKey = phrases.computeIfAbsent(key, k -> new ArrayList<>());
      for (String entry : entries.split(",")) {
        if (!entry.isBlank()) {
          ofKey.add(Phrase.parse(entry, language));
        }
      }
    }
    return new Vocabulary(language, phrases);
  }
}
