// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.DataProfile;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence read together with a table.
 *
 * @param sentence what the user wrote
 * @param profile what the table holds
 * @param names of the columns, cut into words
 * @param roles part that each word of the sentence gives
 * @param mentions places of the sentence that point at columns
 * @param demand kind of answer that the words ask for
 * @param threshold whether classes may have to be made of a quantity
 */
record Reading(
    Sentence sentence,
    DataProfile profile,
    List<ColumnName> names,
    List<Role> roles,
    List<Mention> mentions,
    Demand demand,
    boolean threshold) {
  /** Names from here on sound like what is to be told. */
  private static final double OUTCOME = 0.5;

  /** Longer expressions may speak of a column and mean more. */
  private static final int LONGEST_WORD = 3;

  static Reading of(Sentence sentence, DataProfile profile) {
    List<ColumnName> names = new ArrayList<>();
    for (int i = 0; i < profile.columns().size(); i++) {
      names.add(ColumnName.read(i, profile.columns().get(i).name(), sentence));
    }
    List<Role> roles = RoleReader.read(sentence);
    List<Mention> byName = new NameMatcher(sentence, roles).mentions(names);
    List<Mention> byValue = new ValueMatcher(sentence, roles).mentions(profile.columns());
    List<Mention> all =
        Stream.concat(
                byName.stream().filter(mention -> !MetricWords.metricRather(sentence, mention)),
                byValue.stream().filter(value -> !named(value, byName)))
            .toList();
    boolean threshold =
        Derivations.graded(sentence, roles)
            || ThresholdReader.find(sentence, new LimitReader(sentence).others())
                .filter(found -> !found.span() || !marked(profile, names))
                .isPresent();
    return new Reading(sentence, profile, names, roles, all, Demand.of(sentence, roles), threshold);
  }

  /** Whether a column of two values may tell what happens within a span of time. */
  private static boolean marked(DataProfile profile, List<ColumnName> names) {
    return names.stream()
        .anyMatch(
            name ->
                profile.columns().get(name.index()).distinct() == 2
                    && name.outcome(true, Set.of()) >= OUTCOME);
  }

  /** Whether words that look like a value are the name of another column. */
  private static boolean named(Mention value, List<Mention> byName) {
    return byName.stream()
        .anyMatch(
            name ->
                name.column() != value.column()
                    && value.likeness() != Likeness.VALUES
                    && name.likeness() == Likeness.NAME
                    && name.overlaps(value.start(), value.end()));
  }

  /** Returns whether a column is named outright where it may be asked for. */
  boolean asked(int column) {
    return mentionsOf(column).stream()
        .anyMatch(m -> m.role().weight() > 0 && m.likeness() == Likeness.NAME);
  }

  /**
   * Returns whether the sentence leaves a column out: by name, or by words of the same meaning
   * unless those are asked for elsewhere. What sounds like an outcome is left out by name only.
   */
  boolean leavesOut(int column) {
    List<Mention> of = mentionsOf(column);
    boolean asked = of.stream().anyMatch(m -> m.role().weight() > 0 && m.likeness().whole());
    ColumnName name = names.get(column);
    boolean outcome = name.outcome(column(column).distinct() == 2, Set.of()) >= OUTCOME;
    return of.stream()
        .filter(m -> m.role() == Role.EXCLUDED)
        .anyMatch(
            m ->
                m.likeness() == Likeness.NAME
                    ? !(asked && name.core().size() == 1)
                    : (m.likeness().whole() || m.likeness().head())
                        && !asked
                        && !(outcome && m.likeness() == Likeness.MEANING));
  }

  /** Returns whether one of two answers is asked for: yes or no, which rows, this or that. */
  boolean twofold() {
    return demand != Demand.NUMBER
        && Alternatives.count(sentence, roles) < Alternatives.LIST
        && (sentence.yesOrNo()
            || sentence.selects()
            || sentence.plainQuestion()
            || (demand == Demand.CLASS
                && (!events().isEmpty() || eitherAsked())
                && !sentence.asksForKind()));
  }

  private boolean eitherAsked() {
    return sentence.topics().stream()
        .anyMatch(t -> t.key().equals("either") && roles.get(t.start()).weight() > 0);
  }

  /** Returns whether words that the vocabulary knows are the name or a value of a column here. */
  boolean names(Topic topic) {
    return mentions.stream()
        .anyMatch(
            mention ->
                (mention.likeness().whole()
                        && (topic.end() - topic.start() <= LONGEST_WORD
                            ? mention.overlaps(topic.start(), topic.end())
                            : mention.start() <= topic.start() && mention.end() >= topic.end())
                        && !groups(mention))
                    || (!mention.levels().isEmpty()
                        && mention.overlaps(topic.start(), topic.end())
                        && topic.end() == topic.start() + 1)
                    || mention.levels().stream()
                        .anyMatch(level -> level.equalsIgnoreCase(sentence.words(topic))));
  }

  /** Whether a word for classes only happens to mean the name of a quantity. */
  private boolean groups(Mention mention) {
    return mention.likeness() == Likeness.MEANING
        && !UsualTargets.classy(column(mention.column()))
        && sentence.family("demand").stream()
            .anyMatch(t -> t.name().equals("kind") && mention.overlaps(t.start(), t.end()));
  }

  /** Returns the kind of answer asked for, or, where the words leave it open, the likely one. */
  Demand likely() {
    if (demand != Demand.OPEN) {
      return demand;
    }
    boolean event = speaksOfKind("event");
    boolean quantity = speaksOfKind("quantity");
    return event == quantity ? Demand.OPEN : event ? Demand.CLASS : Demand.NUMBER;
  }

  /** Returns the happenings that the sentence speaks of, outside what is given or left out. */
  Set<String> events() {
    return sentence.topics().stream()
        .filter(topic -> topic.family().equals("concept") || topic.family().equals("opposite"))
        .filter(topic -> roles.get(topic.start()).weight() > 0)
        .map(Topic::name)
        .filter(sentence.lexicon().kind("event")::contains)
        .collect(Collectors.toSet());
  }

  private boolean speaksOfKind(String kind) {
    return sentence.family("concept").stream()
        .filter(topic -> roles.get(topic.start()).weight() > 0)
        .anyMatch(topic -> sentence.lexicon().kind(kind).contains(topic.name()));
  }

  /** Returns the same reading with another kind of answer asked for. */
  Reading asking(Demand wanted) {
    return new Reading(sentence, profile, names, roles, mentions, wanted, threshold);
  }

  ColumnProfile column(int index) {
    return profile.columns().get(index);
  }

  List<Mention> mentionsOf(int column) {
    return mentions.stream().filter(mention -> mention.column() == column).toList();
  }

  String words(Mention mention) {
    return sentence.words(mention.start(), mention.end());
  }
}
