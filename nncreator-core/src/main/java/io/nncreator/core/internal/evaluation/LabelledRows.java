// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.evaluation;

import io.nncreator.api.data.Column;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.task.Inferred;
import io.nncreator.core.internal.features.ClassName;
import io.nncreator.core.internal.intake.DatasetReader;
import io.nncreator.core.internal.scoring.Predictions;
import io.nncreator.runtime.NetworkInfo;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.Prediction;
import io.nncreator.runtime.bundle.ColumnSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows with the true answers to the question of a network. */
public final class LabelledRows {
  private final NetworkInfo info;
  private final Dataset data;
  private final Column target;
  private final int unlabelled;

  private LabelledRows(NetworkInfo info, Dataset data, Column target, int unlabelled) {
    this.info = info;
    this.data = data;
    this.target = target;
    this.unlabelled = unlabelled;
  }

  /**
   * Reads rows; those without a true answer are left out.
   *
   * @throws DataException if there is no target column, or none of its cells has a value
   */
  public static LabelledRows read(NetworkInfo info, DataSource source) {
    Dataset data = DatasetReader.read(source);
    Column target = data.column(info.task().target().value());
    int[] known = IntStream.range(0, data.rows()).filter(row -> !target.missing(row)).toArray();
    if (known.length == 0) {
      throw unusable(target, "has no value in any row", "add the true answers");
    }
    Dataset labelled = data.select(known);
    return new LabelledRows(
        info, labelled, labelled.column(target.name()), data.rows() - known.length);
  }

  /** Returns how many rows had no true answer. */
  public int unlabelled() {
    return unlabelled;
  }

  /** Lets a network answer all rows. */
  public Predictions answeredBy(NeuralNetwork network) {
    List<Prediction> answers = network.predictAll(rows());
    return info.classes().isEmpty() ? values(answers) : classes(answers);
  }

  private List<Map<String, @Nullable Object>> rows() {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int row = 0; row < data.rows(); row++) {
      Map<String, @Nullable Object> cells = new HashMap<>();
      for (ColumnSchema column : info.columns()) {
        cells.put(column.name(), CellValue.of(data.column(column.name()), row, column.type()));
      }
      rows.add(cells);
    }
    return rows;
  }

  private Predictions classes(List<Prediction> answers) {
    List<String> classes = info.classes();
    int[] labels = new int[answers.size()];
    double[] probabilities = new double[answers.size() * classes.size()];
    for (int row = 0; row < labels.length; row++) {
      String truth = ClassName.of(target, row);
      labels[row] = classes.indexOf(truth);
      if (labels[row] < 0) {
        throw unusable(
            target,
            "has the value (" + truth + "), but the network knows only " + classes,
            "remove such rows or create a network that has seen them");
      }
      Prediction answer = answers.get(row);
      for (int label = 0; label < classes.size(); label++) {
        probabilities[row * classes.size() + label] = answer.probability(classes.get(label));
      }
    }
    Inferred<String> positive = info.task().positiveClass();
    int index = positive == null ? -1 : classes.indexOf(positive.value());
    return Predictions.classes(probabilities, classes.size(), labels, index);
  }

  private Predictions values(List<Prediction> answers) {
    if (!(target instanceof Column.Numbers numbers)) {
      throw unusable(target, "holds texts, but the network tells numbers", "check the column");
    }
    double[] predicted = answers.stream().mapToDouble(Prediction::number).toArray();
    return Predictions.values(predicted, numbers.cells());
  }

  private static DataException unusable(Column target, String fact, String remedy) {
    return new DataException(
        ErrorCode.DATA_TARGET_UNUSABLE,
        "The target column (" + target.name() + ") " + fact + ". Maybe " + remedy + ".");
  }
}
