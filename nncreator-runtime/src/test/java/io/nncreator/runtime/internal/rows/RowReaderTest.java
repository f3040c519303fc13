// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.ColumnKind;
import io.nncreator.api.data.Dataset;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.bundle.DataSchema;
import io.nncreator.runtime.pipeline.Encoding;
import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.RawColumn;
import io.nncreator.runtime.pipeline.RawRows;
import io.nncreator.runtime.pipeline.RawType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A row reader")
class RowReaderTest {
  /** Indicated numbers and one-hot categories are fed first, so both orders differ here. */
  private static final FeaturePipeline PIPELINE =
      new FeaturePipeline(
          List.of(
              new RawColumn("plain", RawType.NUMBER),
              new RawColumn("town", RawType.CATEGORY),
              new RawColumn("gappy", RawType.NUMBER),
              new RawColumn("sex", RawType.CATEGORY)),
          List.of(
              new Encoding.ScaledNumber("plain", 0, 0, 1, false, 3),
              new Encoding.EmbeddedCategory("town", List.of("Rome", "Oslo")),
              new Encoding.ScaledNumber("gappy", 0, 0, 1, true, 3),
              new Encoding.OneHotCategory("sex", List.of("f", "m"), false)));

  private static final RowReader READER =
      new RowReader(
          new DataSchema(
              List.of(
                  number("plain", 0, 9),
                  category("town", "Rome", "Oslo"),
                  number("gappy", 100, 900),
                  category("sex", "f", "m")),
              number("target", 0, 1)),
          PIPELINE);

  @Test
  @DisplayName("feeds cells in the order of the pipeline, whatever the order of the columns")
  void order() {
    RawRows read =
        READER.read(List.of(Map.of("plain", 1, "town", "Oslo", "gappy", 200, "sex", "m")));
    RawRows table =
        RawRows.of(
            PIPELINE,
            new Dataset(
                "table",
                List.of(
                    new Column.Numbers("plain", Column.NumberType.REAL, new double[] {1}),
                    new Column.Texts("town", new String[] {"Oslo"}),
                    new Column.Numbers("gappy", Column.NumberType.REAL, new double[] {200}),
                    new Column.Texts("sex", new String[] {"m"}))));
    assertThat(read.numbers()).containsExactly(new double[] {200}, new double[] {1});
    assertThat(read.texts()).containsExactly(new String[] {"m"}, new String[] {"Oslo"});
    assertThat(read.numbers()).usingRecursiveComparison().isEqualTo(table.numbers());
    assertThat(read.texts()).usingRecursiveComparison().isEqualTo(table.texts());
  }

  @Test
  @DisplayName("lets notes look at the cells of their own column")
  void notes() {
    RawRows rows =
        READER.read(List.of(Map.of("plain", 1, "town", "Lima", "gappy", 200, "sex", "m")));
    assertThat(new RowNotes(READER).of(rows, 0))
        .singleElement()
        .asString()
        .startsWith("The category (Lima) of column (town) is unknown");
  }

  private static ColumnSchema number(String name, double min, double max) {
    return new ColumnSchema(
        name, RawType.NUMBER, ColumnKind.NUMBER, false, List.of(), min, max, null);
  }

  private static ColumnSchema category(String name, String... levels) {
    return new ColumnSchema(
        name, RawType.CATEGORY, ColumnKind.CATEGORY, false, List.of(levels), null, null, null);
  }
}
