// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Spelling;
import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the columns whose names, or words of them, stand in the sentence. */
final class NameMatcher {
  /** Words that may stand between the words of one name: "the length of the petal". */
  private static final int GAP = 3;

  private static final int SHORTEST_MISSPELT = 5;

  private final Sentence sentence;
  private final List<Role> roles;
  private final List<Set<String>> meanings;

  NameMatcher(Sentence sentence, List<Role> roles) {
    this.sentence = sentence;
    this.roles = roles;
    this.meanings = new ArrayList<>();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      int place = i;
      Set<String> ofToken = new HashSet<>();
      sentence.topics().stream()
          .filter(NameMatcher::meaning)
          .filter(topic -> topic.start() == place && topic.end() == place + 1)
          .forEach(topic -> ofToken.add(topic.name()));
      meanings.add(ofToken);
    }
  }

  /** Returns all mentions; where columns compete for a place, only of those that fit it best. */
  List<Mention> mentions(List<ColumnName> names) {
    List<Mention> found = new ArrayList<>();
    for (ColumnName name : names) {
      List<Mention> whole = wholes(name);
      found.addAll(whole.isEmpty() ? parts(name) : whole);
    }
    if (found.stream().noneMatch(mention -> mention.likeness().whole())) {
      names.forEach(name -> found.addAll(misspelt(name)));
    }
    List<Mention> clear =
        found.stream().filter(mention -> found.stream().noneMatch(mention::shadowedBy)).toList();
    return clear.stream().filter(mention -> !sharedPart(mention, clear)).toList();
  }

  /** Whether a word of a name belongs to the names of several columns and so tells none. */
  private static boolean sharedPart(Mention mention, List<Mention> all) {
    boolean part =
        mention.likeness() == Likeness.LAST_WORD || mention.likeness() == Likeness.SOME_WORD;
    return part
        && all.stream()
            .anyMatch(
                other ->
                    other.column() != mention.column()
                        && !other.likeness().byValue()
                        && other.overlaps(mention.start(), mention.end()));
  }

  private List<Mention> wholes(ColumnName name) {
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      int end =
          Math.max(
              wordByWord(name.core(), i), Math.max(wordByWord(name.words(), i), glued(name, i)));
      if (end > i && !fillerOnly(i, end)) {
        found.add(new Mention(name.index(), i, end, Likeness.NAME, roles.get(i)));
      }
    }
    for (Topic topic : sentence.topics()) {
      boolean same = meaning(topic) && name.wholeMeanings().contains(topic.name());
      if (same && found.stream().noneMatch(m -> m.overlaps(topic.start(), topic.end()))) {
        Role role = roles.get(topic.end() - 1);
        found.add(new Mention(name.index(), topic.start(), topic.end(), Likeness.MEANING, role));
      }
    }
    if (found.isEmpty() && name.core().size() > 1) {
      anyOrder(name, found);
    }
    return found;
  }

  private int wordByWord(List<Token> words, int start) {
    int place = start;
    for (int i = 0; i < words.size(); i++, place++) {
      while (i > 0 && place < sentence.tokens().size() && sentence.tokenIs(place, "role.article")) {
        place++;
      }
      if (place >= sentence.tokens().size()
          || !words.get(i).sameWord(sentence.tokens().get(place))) {
        return -1;
      }
    }
    return words.isEmpty() ? -1 : place;
  }

  private int glued(ColumnName name, int start) {
    String wanted = name.glued();
    StringBuilder text = new StringBuilder();
    for (int i = start; i < sentence.tokens().size() && text.length() < wanted.length(); i++) {
      if (!sentence.tokens().get(i).word()) {
        return -1;
      }
      text.append(sentence.tokens().get(i).text());
      if (text.toString().equals(wanted)) {
        return i + 1;
      }
    }
    return -1;
  }

  /** Whether the place holds a mere filler such as "all", though a column has that name. */
  private boolean fillerOnly(int start, int end) {
    return end == start + 1
        && sentence.tokenIs(start, "stop")
        && !sentence.tokens().get(start).quoted()
        && !sentence.tokenIs(start - 1, "role.column")
        && !sentence.tokenIs(end, "role.column");
  }

  private void anyOrder(ColumnName name, List<Mention> found) {
    int size = name.core().size();
    int window = size + GAP;
    for (int start = 0; start < sentence.tokens().size(); start++) {
      Set<Integer> hit = new HashSet<>();
      for (int i = start; i < Math.min(start + window, sentence.tokens().size()); i++) {
        int word = wordAt(name, i, hit);
        if (word < 0 && (i == start || !sentence.tokens().get(i).word())) {
          break;
        }
        if (word >= 0) {
          hit.add(word);
        }
        if (hit.size() == size) {
          found.add(new Mention(name.index(), start, i + 1, Likeness.ALL_WORDS, roles.get(start)));
          return;
        }
      }
    }
  }

  private int wordAt(ColumnName name, int place, Set<Integer> taken) {
    for (int word = 0; word < name.core().size(); word++) {
      if (!taken.contains(word) && same(name, word, place)) {
        return word;
      }
    }
    return -1;
  }

  private boolean same(ColumnName name, int word, int place) {
    return name.core().get(word).sameWord(sentence.tokens().get(place))
        || name.meanings().get(word).stream().anyMatch(meanings.get(place)::contains);
  }

  private List<Mention> parts(ColumnName name) {
    List<Mention> found = new ArrayList<>();
    int size = name.core().size();
    for (int i = 0; i < sentence.tokens().size() && size > 1; i++) {
      int word = wordAt(name, i, Set.of());
      if (word >= 0 && !name.generic(word) && !sentence.tokenIs(i, "stop")) {
        Likeness likeness = word == size - 1 ? Likeness.LAST_WORD : Likeness.SOME_WORD;
        found.add(new Mention(name.index(), i, i + 1, likeness, roles.get(i)));
      }
    }
    return found;
  }

  private List<Mention> misspelt(ColumnName name) {
    String wanted = name.glued();
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      Token token = sentence.tokens().get(i);
      boolean candidate =
          token.word()
              && token.text().length() >= SHORTEST_MISSPELT
              && Math.abs(token.text().length() - wanted.length()) <= 1
              && token.text().charAt(0) == wanted.charAt(0)
              && !sentence.lexicon().knows(token.text());
      if (candidate && Spelling.distance(token.text(), wanted) == 1) {
        found.add(new Mention(name.index(), i, i + 1, Likeness.MISSPELT, roles.get(i)));
      }
    }
    return found;
  }

  private static boolean meaning(Topic topic) {
    return topic.family().equals("concept") || topic.family().equals("opposite");
  }
}
