// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.ColumnProfile;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds several columns asked for at once: "predict price and area". */
final class SeveralTargets {
  /** "Content of fat and content of protein": a word may stand between. */
  private static final int MOST_OTHERS = 1;

  private final Reading reading;

  SeveralTargets(Reading reading) {
    this.reading = reading;
  }

  /** Returns the columns in the order of the sentence; empty if one at most is asked for. */
  List<Integer> find() {
    List<Mention> asked =
        reading.mentions().stream()
            .filter(m -> m.role().weight() > Role.CONTEXT.weight())
            .filter(m -> (m.likeness().whole() || part(m)) && !excluded(m))
            .sorted(Comparator.comparingInt(Mention::start))
            .toList();
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i + 1 < asked.size(); i++) {
      Mention first = asked.get(i);
      Mention second = asked.get(i + 1);
      if (first.column() != second.column() && joined(first, second) && askedBefore(first)) {
        columns.add(first.column());
        columns.add(second.column());
      }
    }
    return !columns.isEmpty()
        ? columns.stream().distinct().toList()
        : several() && asked(asked).size() > 1 ? asked(asked) : lastTwo();
  }

  /** "Two figures: how much cold water and how much hot": quantities asked for one by one. */
  private List<Integer> asked(List<Mention> mentions) {
    return mentions.stream()
        .filter(m -> m.role() == Role.OBJECT)
        .map(Mention::column)
        .filter(column -> quantities(List.of(column)))
        .distinct()
        .toList();
  }

  private boolean several() {
    Sentence sentence = reading.sentence();
    return sentence.topics().stream()
        .filter(topic -> topic.key().equals("several"))
        .anyMatch(
            topic ->
                sentence.family("split").stream()
                    .noneMatch(s -> s.start() <= topic.start() && s.end() >= topic.end()));
  }

  /** "Both .. and ..", of which the names tell nothing: the last two quantities. */
  private List<Integer> lastTwo() {
    Sentence sentence = reading.sentence();
    boolean both = several();
    boolean and = IntStream.range(0, sentence.tokens().size()).anyMatch(i -> joins(i));
    int size = reading.names().size();
    List<Integer> last = pair(size);
    boolean numbers = size > 2 && quantities(last) && reading.demand() != Demand.CLASS;
    return both && and && numbers ? last : List.of();
  }

  /** The last two columns, or the one that is asked for and its neighbour. */
  private List<Integer> pair(int size) {
    List<Integer> asked = asked(reading.mentions());
    if (asked.size() != 1) {
      return List.of(Math.max(0, size - 2), size - 1);
    }
    int one = asked.get(0);
    boolean before = one > 0 && !reading.names().get(one - 1).feature();
    int first = before && quantities(List.of(one - 1)) ? one - 1 : Math.min(one, size - 2);
    return List.of(first, first + 1);
  }

  private boolean joins(int place) {
    return reading.sentence().tokenIs(place, "role.and") || plus(place);
  }

  private boolean plus(int place) {
    return reading.sentence().tokens().get(place).mark("+");
  }

  /** "The upper and the lower pressure": words of two names, of quantities. */
  private boolean part(Mention mention) {
    return (mention.likeness().head() || mention.likeness() == Likeness.SOME_WORD)
        && mention.role() == Role.OBJECT
        && reading.column(mention.column()).kind() == ColumnKind.NUMBER
        && !reading.names().get(mention.column()).feature();
  }

  private boolean excluded(Mention mention) {
    ColumnKind kind = reading.column(mention.column()).kind();
    return kind == ColumnKind.IDENTIFIER
        || kind == ColumnKind.CONSTANT
        || kind == ColumnKind.TEXT
        || reading.mentionsOf(mention.column()).stream()
            .anyMatch(m -> m.role() == Role.EXCLUDED || m.role() == Role.INPUT);
  }

  private boolean joined(Mention first, Mention second) {
    boolean and = false;
    int others = 0;
    for (int i = first.end(); i < second.start(); i++) {
      Token token = reading.sentence().tokens().get(i);
      boolean joins = token.mark(",") || joins(i);
      and = and || joins;
      boolean filler = token.mark("(") || token.mark(")") || filler(i);
      others += joins || filler ? 0 : 1;
      if (others > MOST_OTHERS || token.ending()) {
        return false;
      }
    }
    return and && onlyAnd(first, second);
  }

  private boolean filler(int place) {
    return reading.sentence().tokenIs(place, "role.article")
        || reading.sentence().family("measure").stream().anyMatch(t -> t.start() == place);
  }

  /** A mere comma is a list only where an "and" follows later. */
  private boolean onlyAnd(Mention first, Mention second) {
    for (int i = first.end(); i < reading.sentence().tokens().size(); i++) {
      if (joins(i)) {
        return true;
      }
      if (i >= second.end() && reading.sentence().tokens().get(i).ending()) {
        return false;
      }
    }
    return false;
  }

  /** Whether a verb such as "predict" leads, not a question such as "do .. affect", or nothing. */
  private boolean askedBefore(Mention mention) {
    return mention.start() == 0
        || reading.sentence().topics().stream()
            .anyMatch(t -> t.key().equals("role.ask") && t.end() <= mention.start());
  }

  /** Returns whether all columns hold quantities. */
  boolean quantities(List<Integer> columns) {
    return columns.stream()
        .map(reading::column)
        .allMatch(column -> column.kind() == ColumnKind.NUMBER && column.distinct() > 2);
  }

  /**
   * Returns the columns that each mark one label: those asked for, else those that end the table.
   */
  List<Integer> marks() {
    List<Integer> asked = find();
    if (asked.size() > 1 && marks(asked)) {
      return asked;
    }
    List<Integer> named = named();
    if (named.size() > 1) {
      return named;
    }
    int size = reading.names().size();
    int first = size;
    while (first > 0 && marks(List.of(first - 1)) && !reading.names().get(first - 1).feature()) {
      first--;
    }
    List<Integer> ending = IntStream.range(first, size).boxed().toList();
    return ending.size() > 1 ? ending : alike();
  }

  /** The marks that the sentence lists by their names. */
  private List<Integer> named() {
    return reading.names().stream()
        .filter(name -> marks(List.of(name.index())))
        .filter(
            name ->
                reading.mentionsOf(name.index()).stream()
                    .anyMatch(m -> m.likeness().whole() && m.role() != Role.EXCLUDED))
        .map(ColumnName::index)
        .toList();
  }

  /** The marks whose names begin with the same word: {@code has_nuts}, {@code has_milk}. */
  private List<Integer> alike() {
    return reading.names().stream()
        .filter(name -> name.words().size() > 1 && marks(List.of(name.index())))
        .collect(Collectors.groupingBy(name -> name.words().get(0).text()))
        .values()
        .stream()
        .map(group -> group.stream().map(ColumnName::index).toList())
        .max(Comparator.comparingInt(List::size))
        .filter(group -> group.size() > 1)
        .orElseGet(this::twoValued);
  }

  private List<Integer> twoValued() {
    return reading.names().stream()
        .filter(name -> !name.feature() && marks(List.of(name.index())))
        .map(ColumnName::index)
        .toList();
  }

  /** Returns whether each column holds two values, as labels do. */
  boolean marks(List<Integer> columns) {
    return columns.stream().map(reading::column).allMatch(column -> column.distinct() == 2);
  }

  /** Returns the evidence in words. */
  String reason(List<Integer> columns) {
    return "the sentence asks for "
        + columns.stream()
            .map(reading::column)
            .map(ColumnProfile::name)
            .map(name -> "(" + CleanText.label(name) + ")")
            .collect(Collectors.joining(" and "));
  }
}
