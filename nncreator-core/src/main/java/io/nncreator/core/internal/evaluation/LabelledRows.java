// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.evaluation;

import io.nncreator.api.data.CellText;
import io.nncreator.api.data.Column;
import io.nncreator.api.data.DataSource;
import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.DataException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.task.Inferred;
import io.nncreator.core.internal.intake.DatasetReader;
import io.nncreator.core.internal.intake.Shown;
import io.nncreator.core.internal.scoring.Predictions;
import io.nncreator.runtime.NetworkInfo;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.bundle.ColumnSchema;
import io.nncreator.runtime.table.FileColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Rows with the true answers to the question of a network. */
public final class LabelledRows {
  private final NetworkInfo info;
  private final Dataset data;
  private final String target;
  private final String[] truths;
  private final int unlabelled;

  private LabelledRows(
      NetworkInfo info, Dataset data, String target, String[] truths, int unlabelled) {
    this.info = info;
    this.data = data;
    this.target = target;
    this.truths = truths;
    this.unlabelled = unlabelled;
  }

  /**
   * Reads rows; those without a true answer are left out.
   *
   * @throws DataException if there is no target column, or none of its cells has a value
   */
  public static LabelledRows read(NetworkInfo info, DataSource source) {
    Dataset data = new DatasetReader().readTexts(source);
    String name = info.task().target().value();
    Column.Texts target = (Column.Texts) data.column(name);
    int[] known = IntStream.range(0, data.rows()).filter(row -> !target.missing(row)).toArray();
    if (known.length == 0) {
      throw unusable(name, "has no value in any row", "add the true answers");
    }
    String[] truths =
        Arrays.stream(known)
            .mapToObj(row -> String.valueOf(target.cells()[row]))
            .toArray(String[]::new);
    return new LabelledRows(info, data.select(known), name, truths, data.rows() - known.length);
  }

  /** Returns how many rows had no true answer. */
  public int unlabelled() {
    return unlabelled;
  }

  /**
   * Lets a network answer all rows.
   *
   * @throws DataException if a true answer is not one that the network can give
   */
  public Predictions answeredBy(NeuralNetwork network) {
    io.nncreator.runtime.Predictions answers = network.predictAll(understood());
    return info.classes().isEmpty() ? values(answers) : classes(answers);
  }

  /** Returns the rows with cells that mean what they would have meant in training. */
  private Dataset understood() {
    List<Column> columns = new ArrayList<>(data.columns());
    for (ColumnSchema schema : info.columns()) {
      int index = data.names().indexOf(schema.name());
      if (index >= 0) {
        columns.set(index, FileColumn.understood(schema, (Column.Texts) columns.get(index)));
      }
    }
    return new Dataset(data.name(), columns);
  }

  private Predictions classes(io.nncreator.runtime.Predictions answers) {
    List<String> classes = info.classes();
    ClassFinder finder = new ClassFinder(classes);
    int[] labels = new int[truths.length];
    double[] probabilities = new double[truths.length * classes.size()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = finder.find(truths[row]);
      if (labels[row] < 0) {
        throw unusable(
            target,
            "has the value ("
                + Shown.of(truths[row])
                + "), but the network knows only ("
                + Shown.of(String.join(", ", classes))
                + ")",
            "remove such rows or create a network that has seen them");
      }
      for (int label = 0; label < classes.size(); label++) {
        probabilities[row * classes.size() + label] = answers.probability(row, label);
      }
    }
    Inferred<String> positive = info.task().positiveClass();
    int index = positive == null ? -1 : classes.indexOf(positive.value());
    return Predictions.classes(probabilities, classes.size(), labels, index);
  }

  private Predictions values(io.nncreator.runtime.Predictions answers) {
    double[] predicted = new double[truths.length];
    double[] values = new double[truths.length];
    for (int row = 0; row < values.length; row++) {
      OptionalDouble truth = CellText.number(truths[row]);
      if (truth.isEmpty()) {
        throw unusable(
            target,
            "has the text (" + Shown.of(truths[row]) + ") instead of a number",
            "correct it");
      }
      values[row] = truth.getAsDouble();
      predicted[row] = answers.number(row);
    }
    return Predictions.values(predicted, values);
  }

  private static DataException unusable(String target, String fact, String remedy) {
    return new DataException(
        ErrorCode.DATA_TARGET_UNUSABLE,
        "The target column (" + target + ") " + fact + ". Maybe " + remedy + ".");
  }
}
