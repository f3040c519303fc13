// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.api.data.Dataset;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.runtime.bundle.GoldenRow;
import io.nncreator.runtime.bundle.NetworkBundle;
import io.nncreator.runtime.bundle.ServedBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A finished network. Thread-safe; calls run on the caller's thread. Close it to free native
 * memory; closing waits for calls that run, later calls are an {@link IllegalStateException}.
 *
 * <p>What rows may look like, the same for maps, records, tables and files:
 *
 * <ul>
 *   <li>Columns are found by name: exactly, else with case, blanks and punctuation ignored where
 *       that leaves no choice. Further columns are ignored.
 *   <li>An absent column is an error; a null or a {@linkplain io.nncreator.api.data.CellText
 *       missing token} says that the value is unknown, which the network allows for.
 *   <li>Numbers may be written as text, truth values as yes or no, 1 or 0, points in time as {@code
 *       java.time} values or ISO 8601 text, levels of a category as numbers, enum constants or
 *       truth values. Anything else is an error that names column, value, row and rule.
 *   <li>A category that the network has not learnt, and a number outside the range of the training
 *       data, get an answer with a {@linkplain Prediction#notes note}.
 * </ul>
 */
public interface NeuralNetwork extends AutoCloseable {
  /**
   * Loads a network and checks that it answers as on the day it was made.
   *
   * @param folderOrZip a bundle
   * @throws io.nncreator.api.error.BundleException if it is missing, damaged or of a newer format
   */
  static NeuralNetwork load(Path folderOrZip) {
    ServedBundle bundle = BundleReader.readServed(folderOrZip);
    ServedNetwork network = new ServedNetwork(bundle, folderOrZip.toAbsolutePath().normalize());
    try {
      GoldenCheck.run(network, bundle.golden());
      return network;
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  /** Opens a network that is not on disk. */
  static NeuralNetwork of(NetworkBundle bundle) {
    return new ServedNetwork(bundle);
  }

  /**
   * Answers one row.
   *
   * @param row column name to number, boolean, text, enum constant, {@code java.time} value or null
   * @throws io.nncreator.api.error.PredictionException if a column is absent or a cell illegal
   */
  Prediction predict(Map<String, ?> row);

  /**
   * Answers one row whose columns are the components of a record. {@link #as} is faster.
   *
   * @throws io.nncreator.api.error.PredictionException if a column is absent or a cell illegal
   */
  Prediction predict(Record row);

  /**
   * Answers many rows at once, in their order; no rows give no answers.
   *
   * @throws io.nncreator.api.error.PredictionException if a column is absent or a cell illegal;
   *     then no row is answered
   */
  Predictions predictAll(List<? extends Map<String, ?>> rows);

  /**
   * Returns what is wrong with rows, where {@link #predictAll(List)} stops at the first error.
   *
   * @param limit largest number of problems to return
   * @return in the order of rows and columns; empty if the rows can be answered
   */
  List<RowProblem> problems(List<? extends Map<String, ?>> rows, int limit);

  /**
   * Answers all rows of a table: the fastest way.
   *
   * @throws io.nncreator.api.error.PredictionException if a column is absent or a cell illegal;
   *     then no row is answered
   */
  Predictions predictAll(Dataset rows);

  /**
   * Answers all rows of a delimited text file, in memory that does not grow with the file. The file
   * is understood by the rules of training: plain or gzip, any usual encoding and delimiter,
   * numbers written in a local way, and up to one unreadable cell in a hundred counts as missing.
   * Without a header the columns are {@code c1}, {@code c2} and so on.
   *
   * @param out gets the column {@code prediction} and for a classification one column {@code
   *     p_CLASS} for each class, with the rows in their order; replaced if it exists, and only once
   *     all rows are answered
   * @return number of rows
   * @throws io.nncreator.api.error.PredictionException if a column is absent, a cell illegal or the
   *     answers cannot be written
   * @throws io.nncreator.api.error.DataException if the file cannot be read
   */
  long predictCsv(Path in, Path out);

  /**
   * Gives the network the types of an application. Everything is checked here, once.
   *
   * <p>Each column is a component of the row type, found by name as above. The components of the
   * answer type are, each at most once: the answer, named as the target column or {@code
   * prediction}, {@code value} or {@code label} (a {@link String}, an enum with a constant for each
   * class, a boolean for classes such as yes and no, or a number); {@code double probability} of
   * the answer; {@code Map<String, Double> probabilities}; {@code List<String> notes}.
   *
   * @throws io.nncreator.api.error.PredictionException with {@link
   *     io.nncreator.api.error.ErrorCode#ROW_RECORD_TYPE} naming the component and what is legal
   */
  <I extends Record, O extends Record> TypedNetwork<I, O> as(Class<I> rowType, Class<O> answerType);

  /** Returns what there is to know about the network. */
  NetworkInfo info();

  /** Returns rows together with the network's answers, as a bundle keeps them to check itself. */
  List<GoldenRow> goldenRows(Dataset rows);

  /**
   * Writes the bundle to a new folder.
   *
   * @throws io.nncreator.api.error.BundleException if something is there already or the disk
   *     refuses; then nothing is left
   */
  void save(Path folder);

  /**
   * Writes the bundle to a new zip file, which {@link #load} reads too.
   *
   * @throws io.nncreator.api.error.BundleException if something is there already or the disk
   *     refuses; then nothing is left
   */
  void saveZip(Path file);

  /**
   * Returns the folder or zip file that the network was loaded from.
   *
   * @throws IllegalStateException if it was not loaded
   */
  Path location();

  /**
   * Begins to describe a service that answers with this network. The network must have been loaded
   * from a bundle, and may be closed once the service has started.
   *
   * <pre>{@code
   * Deployment service = network.deploy().toDocker().replicas(2).port(8080).start();
   * }</pre>
   *
   * @throws IllegalStateException if it was not loaded
   */
  default DeploymentSpec deploy() {
    return new DeploymentSpec(info().id(), location());
  }

  @Override
  void close();
}
