// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides between columns that are mentioned at one place: the longer and closer fit wins. */
final class MentionContest {
  private final List<Mention> all;

  MentionContest(List<Mention> all) {
    this.all = all;
  }

  /** Returns the mentions that hold. */
  List<Mention> winners() {
    Map<Integer, List<Mention>> places = byPlace(all);
    List<Mention> clear =
        all.stream()
            .filter(mention -> at(places, mention).stream().noneMatch(mention::shadowedBy))
            .toList();
    Map<Integer, List<Mention>> clearPlaces = byPlace(clear);
    return clear.stream()
        .map(
            mention ->
                sharedPart(mention, at(clearPlaces, mention))
                    ? mention.as(mention.likeness().shared())
                    : mention)
        .toList();
  }

  private static Map<Integer, List<Mention>> byPlace(List<Mention> mentions) {
    Map<Integer, List<Mention>> places = new HashMap<>();
    for (Mention mention : mentions) {
      for (int place = mention.start(); place < mention.end(); place++) {
        places.computeIfAbsent(place, p -> new ArrayList<>()).add(mention);
      }
    }
    return places;
  }

  private static List<Mention> at(Map<Integer, List<Mention>> places, Mention mention) {
    return places.getOrDefault(mention.start(), List.of());
  }

  /** Whether a word of a name belongs to the names of several columns and so tells little. */
  private static boolean sharedPart(Mention mention, List<Mention> here) {
    return mention.likeness().part()
        && here.stream()
            .filter(other -> other.column() != mention.column())
            .anyMatch(other -> other.likeness().weight() >= mention.likeness().weight());
  }
}
