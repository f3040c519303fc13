// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A random split")
class RandomSplitTest {
  @Test
  @DisplayName("uses every row once and keeps the strata in proportion")
  void stratified() {
    List<String> strata =
        IntStream.range(0, 100).mapToObj(row -> row % 10 < 3 ? "rare" : "usual").toList();
    RandomSplit split = RandomSplit.of(strata, 7);
    List<Integer> all = new ArrayList<>(split.train());
    all.addAll(split.test());
    assertThat(all).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 100).boxed().toList());
    assertThat(split.test()).hasSize(20);
    assertThat(split.test().stream().filter(row -> strata.get(row).equals("rare"))).hasSize(6);
    assertThat(RandomSplit.of(strata, 7)).isEqualTo(split);
    assertThat(RandomSplit.of(strata, 8)).isNotEqualTo(split);
  }
}
