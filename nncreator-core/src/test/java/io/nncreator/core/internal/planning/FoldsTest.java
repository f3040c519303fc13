// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {
  @Test
  void everyRowIsInExactlyOneFold() {
    Folds folds = Folds.stratified(new int[103], 5, 1);

    int[] all =
        IntStream.range(0, 5).flatMap(fold -> Arrays.stream(folds.inside(fold))).sorted().toArray();
    assertThat(all).containsExactly(IntStream.range(0, 103).toArray());
    assertThat(folds.outside(2))
        .doesNotContain(folds.inside(2))
        .hasSize(103 - folds.inside(2).length);
  }

  @Test
  void everyFoldHasItsShareOfEveryStratum() {
    SplittableRandom random = new SplittableRandom(7);
    int[] strata = random.ints(200, 0, 3).toArray();
    Folds folds = Folds.stratified(strata, 4, 2);

    for (int stratum = 0; stratum < 3; stratum++) {
      int wanted = stratum;
      long total = Arrays.stream(strata).filter(s -> s == wanted).count();
      for (int fold = 0; fold < 4; fold++) {
        long here = Arrays.stream(folds.inside(fold)).filter(row -> strata[row] == wanted).count();
        assertThat(here).isBetween(total / 4 - 1, total / 4 + 2);
      }
    }
  }

  @Test
  void groupsStayTogether() {
    SplittableRandom random = new SplittableRandom(3);
    int[] groups = random.ints(300, 0, 40).toArray();
    Folds folds = Folds.grouped(groups, 5, 9);

    int[] foldOfGroup = new int[40];
    Arrays.fill(foldOfGroup, -1);
    for (int row = 0; row < groups.length; row++) {
      int known = foldOfGroup[groups[row]];
      assertThat(known == -1 || known == folds.of()[row]).isTrue();
      foldOfGroup[groups[row]] = folds.of()[row];
    }
    IntStream.range(0, 5).forEach(fold -> assertThat(folds.inside(fold)).isNotEmpty());
  }

  @Test
  void consecutiveFoldsFollowTheRank() {
    Folds folds = Folds.consecutive(new int[] {3, 0, 2, 1, 5, 4}, 3);

    assertThat(folds.of()).containsExactly(1, 0, 1, 0, 2, 2);
  }

  @Test
  void manyStrataTakeNoLongerThanFew() {
    int rows = 1_000_000;
    int[] strata = new int[rows];
    Arrays.setAll(strata, row -> row % 5_000);

    Folds folds = assertTimeout(Duration.ofSeconds(2), () -> Folds.stratified(strata, 5, 1));
    assertThat(folds.inside(0)).hasSize(rows / 5);
  }

  @Test
  void theSeedDecides() {
    assertThat(Folds.stratified(new int[50], 5, 1).of())
        .isEqualTo(Folds.stratified(new int[50], 5, 1).of())
        .isNotEqualTo(Folds.stratified(new int[50], 5, 2).of());
  }

  @Test
  void moreFoldsThanRowsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Folds.stratified(new int[3], 4, 1))
        .withMessageContaining("(4)")
        .withMessageContaining("(3)");
  }
}
