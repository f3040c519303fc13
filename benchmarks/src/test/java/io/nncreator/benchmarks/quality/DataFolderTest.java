// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.task.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder of data sets")
class DataFolderTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("tells data sets, rows and the scores of others")
  void reads() throws IOException {
    Files.writeString(
        folder.resolve("manifest.json"),
        """
        {"a": {"task": "binary", "target": "y", "metric": "roc_auc"},
         "b": {"task": "text", "target": "y", "metric": "accuracy"}}
        """);
    Files.writeString(
        folder.resolve("baselines.csv"),
        "dataset,model,fit_s,acc,auc,rmse\na,dummy,0,0.6,0.5,\na,logreg,0,0.7,0.9,\n"
            + "a,mlp,0,0.7,0.8,\na,mlp_zy,0,0.7,0.85,\na,rf,0,0.7,0.7,\n");
    Files.createDirectory(folder.resolve("splits"));
    Files.writeString(folder.resolve("splits/a.train.txt"), "0\n2\n");
    Files.createDirectory(folder.resolve("dev"));
    Files.writeString(folder.resolve("dev/a.csv"), "x,y\n1,\"a\nb\"\n2,c\n3,d\n");
    DataFolder data = new DataFolder(folder);
    DataFolder.Entry entry = data.entries().get(0);
    assertThat(entry).isEqualTo(new DataFolder.Entry("a", "binary", "y", "roc_auc", true));
    assertThat(data.entries().get(1).tabular()).isFalse();
    assertThat(data.rows(entry, "train")).containsExactly(0, 2);
    assertThat(data.table(entry).records()).containsExactly("1,\"a\nb\"", "2,c", "3,d");
    assertThat(data.baselines(entry, Metric.ROC_AUC))
        .contains(new DataFolder.Baselines(0.5, 0.9, Map.of("mlp", 0.85, "rf", 0.7)));
    assertThat(data.baselines(entry, Metric.RMSE)).isEmpty();
  }

  @Test
  @DisplayName("tells the mean scores of others over five splits")
  void fiveSplits() throws IOException {
    Files.writeString(
        folder.resolve("baselines_5seeds.csv"),
        "dataset,metric,best,mean,sd,hgb,logreg,mlp,rf,mlp_zy,ridge\n"
            + "a,auc,rf,0.9,0.01,0.8,0.85,0.7,0.9,,\nb,rmse,ridge,3,0.1,5,,7,6,4,3\n");
    assertThat(new DataFolder(folder).fiveSplits())
        .containsExactly(
            new DataFolder.FiveSplits("a", 0.85, Map.of("hgb", 0.8, "mlp", 0.7, "rf", 0.9)),
            new DataFolder.FiveSplits("b", 3, Map.of("hgb", 5.0, "mlp", 4.0, "rf", 6.0)));
  }

  @Test
  @DisplayName("refuses a split that uses a row twice or one that there is not")
  void split() {
    DataFolder.Entry entry = new DataFolder.Entry("a", "binary", "y", "roc_auc", true);
    assertThatCode(() -> DataFolder.check(entry, 3, List.of(0, 2), List.of(1)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> DataFolder.check(entry, 3, List.of(0, 1), List.of(1)))
        .hasMessageContaining("row 1");
    assertThatThrownBy(() -> DataFolder.check(entry, 3, List.of(0, 1), List.of(3)))
        .hasMessageContaining("row 3");
  }
}
