// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language, of two files: those that carry a task, and the meanings. Their lines
 * are {@code key = entry, entry}; indented lines go on with the key before; {@code #} begins a
 * comment line.
 *
 * @param language ISO 639-1 code
 * @param phrases entries by key
 */
record Vocabulary(String language, Map<String, List<Phrase>> phrases) {

  /** Keys of words that are read in their own language where another one spells a word so. */
  private static final List<String> OWN = List.of("stop", "role", "measure", "homograph");

  /** Families of words of the sentence; the others are also those of columns' names. */
  private static final Set<String> OF_SENTENCES =
      Set.of("role", "demand", "concept", "opposite", "objective", "outcome", "affirm");

  private static final List<String> PARTS = List.of("", "-meanings");

  /** Reads the files of a language. */
  static Vocabulary read(String language) {
    Map<String, List<Phrase>> phrases = new LinkedHashMap<>();
    PARTS.forEach(part -> read(language, language + part + ".txt", phrases));
    return new Vocabulary(language, phrases);
  }

  /**
   * Returns this vocabulary for sentences in another language, without the words that are spelt
   * like common ones there: German "die" is no "die".
   */
  Vocabulary beside(Vocabulary other) {
    Set<String> theirs = new HashSet<>();
    other.phrases.forEach(
        (key, entries) -> {
          if (OWN.contains(family(key))) {
            entries.stream().map(Phrase::word).flatMap(Optional::stream).forEach(theirs::add);
          }
        });
    Map<String, List<Phrase>> left = new LinkedHashMap<>();
    phrases.forEach(
        (key, entries) ->
            left.put(
                key,
                OF_SENTENCES.contains(family(key))
                    ? entries.stream().filter(entry -> !entry.speltAs(theirs)).toList()
                    : entries));
    return new Vocabulary(language, left);
  }

  private static String family(String key) {
    int point = key.indexOf('.');
    return point < 0 ? key : key.substring(0, point);
  }

  private static void read(String language, String file, Map<String, List<Phrase>> phrases) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The vocabulary (" + file + ") is not in the jar.");
      }
      parse(
          language, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), phrases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void parse(
      String language, BufferedReader lines, Map<String, List<Phrase>> phrases) throws IOException {
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
  }
}
