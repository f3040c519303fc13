// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.data.Column;
import io.nncreator.runtime.pipeline.Encoding.TextWords;
import io.nncreator.runtime.pipeline.Encoding.TextWords.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The words of a text column")
class WordFitterTest {
  @Test
  @DisplayName("are those that several rows share, whatever their case and punctuation")
  void shared() {
    List<@Nullable String> cells = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      cells.add("the flat" + i + " " + (i % 2 == 0 ? "Balcony," : "balcony"));
      cells.add("the room" + i + " " + (i % 4 == 0 ? "(garden)" : "cellar") + "  № !!");
    }
    cells.add(null);
    TextWords words = WordFitter.fit(new Column.Texts("advert", cells.toArray(String[]::new)));
    assertThat(words).isNotNull();
    assertThat(words.words())
        .containsExactly(
            new Word("balcony", List.of("Balcony,", "balcony")),
            new Word("cellar", List.of("cellar")),
            new Word("garden", List.of("(garden)")));
  }

  @Test
  @DisplayName("are none where rows have no words in common, or all of them the same")
  void none() {
    @Nullable String[] cells = new @Nullable String[30];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = "note " + i + " word" + i;
    }
    assertThat(WordFitter.fit(new Column.Texts("note", cells))).isNull();
    assertThat(WordFitter.fit(new Column.Texts("note", new @Nullable String[30]))).isNull();
  }
}
