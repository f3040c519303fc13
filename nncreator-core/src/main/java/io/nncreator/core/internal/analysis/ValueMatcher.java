// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.ColumnProfile.Level;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Tokenizer;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns whose values stand in the sentence: "malignant or benign". Only short values of
 * columns with few of them count, so that free text in cells cannot speak.
 */
final class ValueMatcher {
  private static final int MOST_LEVELS = 50;
  private static final int LONGEST_LEVEL = 40;
  private static final int MOST_WORDS = 4;

  /** Who lists so many classes of a column, and all, asks for it. */
  private static final int LISTED = 3;

  private final Sentence sentence;
  private final List<Role> roles;

  ValueMatcher(Sentence sentence, List<Role> roles) {
    this.sentence = sentence;
    this.roles = roles;
  }

  /** Returns at most one mention per column. */
  List<Mention> mentions(List<ColumnProfile> columns) {
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnProfile column = columns.get(i);
      if (column.kind() == ColumnKind.CATEGORY && column.distinct() <= MOST_LEVELS) {
        @Nullable Mention mention = mention(i, column.levels());
        if (mention != null) {
          found.add(mention);
        }
      }
    }
    return found;
  }

  private @Nullable Mention mention(int column, List<Level> levels) {
    List<Mention> each = new ArrayList<>();
    for (Level level : levels) {
      if (level.value().length() <= LONGEST_LEVEL) {
        find(column, level.value(), each);
      }
    }
    boolean listed = each.size() >= LISTED && each.size() == levels.size();
    List<Mention> usable =
        each.stream()
            .map(m -> listed && m.role() == Role.INPUT ? m.in(Role.NEUTRAL) : m)
            .filter(m -> m.role().weight() > 0)
            .toList();
    if (usable.isEmpty()) {
      return null;
    }
    Mention first = usable.get(0);
    for (Mention other : usable) {
      first = other.start() < first.start() ? other : first;
    }
    List<String> values =
        each.stream()
            .sorted(Comparator.comparingInt(Mention::start))
            .map(m -> m.levels().get(0))
            .distinct()
            .toList();
    Likeness likeness = values.size() > 1 ? Likeness.VALUES : first.likeness();
    return new Mention(column, first.start(), first.end(), likeness, first.role(), values);
  }

  private void find(int column, String value, List<Mention> found) {
    List<Token> words =
        Tokenizer.tokens(CleanText.of(value, LONGEST_LEVEL), sentence.language()).stream()
            .filter(Token::word)
            .toList();
    if (words.isEmpty() || words.size() > MOST_WORDS || !telling(words)) {
      return;
    }
    List<Topic> meanings =
        sentence.lexicon().topics(words).stream()
            .filter(t -> t.family().equals("concept") && t.end() - t.start() == words.size())
            .toList();
    boolean weak =
        sentence.lexicon().topics(words).stream()
            .anyMatch(t -> t.key().equals("weak") && words.size() == 1);
    Likeness likeness = weak ? Likeness.WEAK_VALUE : Likeness.VALUE;
    for (int i = 0; i < sentence.tokens().size(); i++) {
      int end = end(words, i, meanings);
      if (end > i) {
        found.add(new Mention(column, i, end, likeness, roles.get(i), List.of(value)));
        return;
      }
    }
  }

  private int end(List<Token> words, int start, List<Topic> meanings) {
    for (Topic topic : sentence.family("concept")) {
      boolean same = meanings.stream().anyMatch(m -> m.name().equals(topic.name()));
      if (same && topic.start() == start) {
        return topic.end();
      }
    }
    for (int i = 0; i < words.size(); i++) {
      if (start + i >= sentence.tokens().size()
          || !words.get(i).sameWord(sentence.tokens().get(start + i))) {
        return -1;
      }
    }
    return start + words.size();
  }

  /** Whether a value can be told from everyday words: not "yes", "a", "7" or a stop word. */
  private boolean telling(List<Token> words) {
    if (words.size() > 1) {
      return true;
    }
    Token word = words.get(0);
    return word.text().length() > 1
        && !Character.isDigit(word.text().charAt(0))
        && sentence.lexicon().topics(words).stream().noneMatch(t -> t.key().equals("stop"))
        && !List.of("yes", "true", "false", "да", "нет").contains(word.text());
  }
}
