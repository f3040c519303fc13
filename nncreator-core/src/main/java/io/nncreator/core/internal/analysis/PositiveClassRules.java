// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.task.Inferred;
import io.nncreator.api.task.Inferred.Origin;
import io.nncreator.core.internal.analysis.language.CleanText;
import io.nncreator.core.internal.analysis.language.Lexicon;
import io.nncreator.core.internal.analysis.language.Token;
import io.nncreator.core.internal.analysis.language.Tokenizer;
import io.nncreator.core.internal.analysis.language.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells which of two classes is looked for: the one asked for, the one that means yes, the rarer.
 */
final class PositiveClassRules {
  private PositiveClassRules() {}

  static Inferred<String> tell(Reading reading, TargetFacts facts) {
    List<String> labels = new ArrayList<>(facts.counts().keySet());
    List<String> yes = labels.stream().filter(label -> affirms(label, reading.sentence())).toList();
    Optional<Mention> asked =
        reading.mentions().stream()
            .filter(mention -> mention.likeness().byValue() && mention.levels().size() == 1)
            .filter(mention -> reading.column(mention.column()).name().equals(facts.name()))
            .findFirst();
    if (asked.isPresent() && labels.contains(asked.get().levels().get(0))) {
      String said = "the sentence asks for '" + reading.words(asked.get()) + "'";
      return new Inferred<>(asked.get().levels().get(0), 0.9, Origin.SENTENCE, said);
    }
    if (yes.size() == 1) {
      String label = yes.get(0);
      Optional<Topic> opposite = opposite(reading, facts.name());
      if (opposite.isPresent()) {
        String said = "the sentence asks for '" + reading.sentence().words(opposite.get()) + "'";
        String other = label.equals(labels.get(0)) ? labels.get(1) : labels.get(0);
        return new Inferred<>(other, 0.75, Origin.SENTENCE, said);
      }
      String reason = "(" + CleanText.label(label) + ") is what one usually looks for";
      return new Inferred<>(label, 0.9, Origin.RULE, reason);
    }
    String rarer = labels.get(1);
    return new Inferred<>(
        rarer, 0.6, Origin.RULE, "(" + CleanText.label(rarer) + ") is the rarer class");
  }

  /**
   * The place that asks for the opposite of what the target's name says: "who died" of survived.
   */
  private static Optional<Topic> opposite(Reading reading, String target) {
    List<ColumnName> named =
        reading.names().stream()
            .filter(name -> reading.column(name.index()).name().equals(target))
            .toList();
    boolean straight =
        reading.sentence().family("concept").stream()
            .anyMatch(topic -> meant(named, topic) && !alsoOpposite(reading, topic));
    return reading.sentence().family("opposite").stream()
        .filter(topic -> !straight && meant(named, topic))
        .findFirst();
  }

  private static boolean meant(List<ColumnName> names, Topic topic) {
    return names.stream().anyMatch(name -> name.wholeMeanings().contains(topic.name()));
  }

  private static boolean alsoOpposite(Reading reading, Topic topic) {
    return reading.sentence().family("opposite").stream()
        .anyMatch(other -> other.start() <= topic.start() && other.end() >= topic.end());
  }

  private static boolean affirms(String label, Sentence sentence) {
    Lexicon lexicon = sentence.lexicon();
    List<Token> words = Tokenizer.tokens(CleanText.label(label), sentence.language());
    return lexicon.topics(words).stream()
        .anyMatch(t -> t.key().equals("affirm") && t.start() == 0 && t.end() == words.size());
  }
}
