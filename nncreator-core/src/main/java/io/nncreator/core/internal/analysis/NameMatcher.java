// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.core.internal.analysis.language.Cognate;
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

  /** Mentions of one column beyond this tell nothing new. */
  private static final int MOST_MENTIONS = 8;

  private final Sentence sentence;
  private final List<Role> roles;
  private final List<Set<String>> meanings;
  private final List<Topic> meaningful;
  private final List<Cognate> sounds;
  private final Resemblance resemblance;

  NameMatcher(Sentence sentence, List<Role> roles) {
    this.sentence = sentence;
    this.roles = roles;
    this.meaningful = sentence.topics().stream().filter(NameMatcher::meaning).toList();
    this.meanings = new ArrayList<>();
    sentence.tokens().forEach(token -> meanings.add(new HashSet<>()));
    meaningful.forEach(topic -> meanings.get(topic.start()).add(topic.name()));
    this.sounds = sentence.tokens().stream().map(Cognate::of).toList();
    this.resemblance = new Resemblance(sentence, roles, meanings);
  }

  /** Returns all mentions; where columns compete for a place, only of those that fit it best. */
  List<Mention> mentions(List<ColumnName> names) {
    List<Mention> found = new ArrayList<>();
    for (ColumnName name : names) {
      WordHits hits = new WordHits(name, sentence.tokens(), meanings, sounds);
      List<Mention> whole = wholes(name, hits);
      (whole.isEmpty() ? parts(name, hits) : whole)
          .stream().limit(MOST_MENTIONS).forEach(found::add);
    }
    if (found.stream().noneMatch(mention -> mention.likeness().whole())) {
      names.forEach(name -> found.addAll(resemblance.misspelt(name)));
    }
    return new MentionContest(found).winners();
  }

  private List<Mention> wholes(ColumnName name, WordHits hits) {
    List<Mention> found = new ArrayList<>();
    String glued = name.glued();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      int end =
          Math.max(
              wordByWord(name.core(), i), Math.max(wordByWord(name.words(), i), glued(glued, i)));
      if (end > i && !fillerOnly(i, end)) {
        found.add(new Mention(name.index(), i, end, Likeness.NAME, roles.get(i)));
      }
    }
    for (Topic topic : meaningful) {
      boolean same = name.wholeMeanings().contains(topic.name());
      if (same && found.stream().noneMatch(m -> m.overlaps(topic.start(), topic.end()))) {
        Role role = roles.get(topic.end() - 1);
        found.add(new Mention(name.index(), topic.start(), topic.end(), Likeness.MEANING, role));
      }
    }
    if (found.isEmpty()) {
      anyOrder(name, hits, found);
    }
    if (found.isEmpty()) {
      resemblance.acronym(name).ifPresent(found::add);
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

  private int glued(String wanted, int start) {
    int length = 0;
    for (int i = start; i < sentence.tokens().size() && length < wanted.length(); i++) {
      Token token = sentence.tokens().get(i);
      if (!token.word() || !wanted.startsWith(token.text(), length)) {
        return -1;
      }
      length += token.text().length();
      if (length == wanted.length()) {
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

  private void anyOrder(ColumnName name, WordHits hits, List<Mention> found) {
    for (int start = 0; start < sentence.tokens().size() && hits.complete(); start++) {
      int end = hits.end(sentence.tokens(), start, GAP);
      if (end > start && !(name.core().size() == 1 && resemblance.silent(start))) {
        found.add(new Mention(name.index(), start, end, Likeness.ALL_WORDS, roles.get(start)));
        return;
      }
    }
  }

  private List<Mention> parts(ColumnName name, WordHits hits) {
    List<Mention> found = new ArrayList<>();
    int size = name.core().size();
    for (int i = 0; i < sentence.tokens().size() && size > 1; i++) {
      int word = hits.at(i, 0);
      if (word >= 0 && !name.generic(word) && !resemblance.silent(i)) {
        boolean same = name.core().get(word).sameWord(sentence.tokens().get(i));
        Likeness head = same ? Likeness.HEAD : Likeness.HEAD_MEANING;
        Likeness likeness = name.head(word) ? head : Likeness.SOME_WORD;
        found.add(new Mention(name.index(), i, i + 1, likeness, roles.get(i)));
      }
    }
    return found.isEmpty() ? resemblance.kin(name) : found;
  }

  private static boolean meaning(Topic topic) {
    return topic.family().equals("concept") || topic.family().equals("opposite");
  }
}
