// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import io.nncreator.api.data.ColumnProfile;
import io.nncreator.api.data.DataProfile;
import java.util.ArrayList;
import java.util.List;
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
 */
record Reading(
    Sentence sentence,
    DataProfile profile,
    List<ColumnName> names,
    List<Role> roles,
    List<Mention> mentions,
    Demand demand) {

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
    return new Reading(sentence, profile, names, roles, all, Demand.of(sentence));
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
