// SPDX-License-Identifier: Apache-2.0
package io.nncreator.benchmarks.engine;

import io.nncreator.api.data.DataSource;
import io.nncreator.benchmarks.report.TemporaryFolder;
import io.nncreator.core.NeuralNetworkCreator;
import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.runtime.TypedNetwork;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.runtime.bundle.GoldenRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From one raw row to its answer, on one thread: for one network of the size that the other parts
 * train, and for what a creation delivers, an average of many.
 */
final class RowPart {
  private static final double MOST_MICROS = 15;
  private static final int CALLS = 20_000;
  private static final int WARM_UPS = 5;

  private final Optional<Path> given;

  /** A row of the example table. */
  record Penguin(
      String island,
      @Nullable Double billLengthMm,
      @Nullable Double billDepthMm,
      @Nullable Double flipperLengthMm,
      @Nullable Double bodyMassG,
      @Nullable String sex,
      int year) {
    Map<String, @Nullable Object> cells() {
      Map<String, @Nullable Object> cells = new HashMap<>();
      cells.put("island", island);
      cells.put("bill_length_mm", billLengthMm);
      cells.put("bill_depth_mm", billDepthMm);
      cells.put("flipper_length_mm", flipperLengthMm);
      cells.put("body_mass_g", bodyMassG);
      cells.put("sex", sex);
      cells.put("year", year);
      return cells;
    }
  }

  /** An answer about it. */
  record Species(String species, double probability) {}

  /**
   * Takes the network to ask.
   *
   * @param given a bundle; empty = one is made from the example of penguins
   */
  RowPart(Optional<String> given) {
    this.given = given.map(Path::of);
  }

  void run(Scoreboard board, int rounds) throws Exception {
    if (given.isPresent()) {
      try (NeuralNetwork network = NeuralNetwork.load(given.get())) {
        List<GoldenRow> golden = BundleReader.read(given.get()).golden();
        List<Map<String, ?>> rows = new ArrayList<>();
        golden.forEach(row -> rows.add(row.row()));
        Contest contest = new Contest().with("map", maps(network, rows)).run(WARM_UPS, rounds);
        deliveredTakes(board, network, contest, "map");
      }
      return;
    }
    single(board, rounds);
    try (TemporaryFolder folder = new TemporaryFolder();
        NeuralNetwork network = penguins(folder.path())) {
      List<Penguin> rows =
          List.of(
              new Penguin("Torgersen", 39.1, 18.7, 181.0, 3750.0, "male", 2007),
              new Penguin("Biscoe", 50.0, 16.3, 230.0, 5700.0, null, 2008),
              new Penguin("Dream", null, null, 195.0, 3650.0, "female", 2009),
              new Penguin("Torgersen", null, null, null, null, null, 2007));
      TypedNetwork<Penguin, Species> typed = network.as(Penguin.class, Species.class);
      List<Map<String, ?>> cells = new ArrayList<>();
      rows.forEach(row -> cells.add(row.cells()));
      Contest contest =
          new Contest()
              .with("map", maps(network, cells))
              .with("record", () -> each(rows.size(), i -> network.predict(rows.get(i))))
              .with("typed record", () -> each(rows.size(), i -> typed.predict(rows.get(i))))
              .run(WARM_UPS, rounds);
      deliveredTakes(board, network, contest, "map", "record", "typed record");
    }
  }

  private static void single(Scoreboard board, int rounds) throws Exception {
    try (TemporaryFolder folder = new TemporaryFolder();
        SingleNetwork single = SingleNetwork.in(folder.path())) {
      Contest contest =
          new Contest().with("map", maps(single.network(), single.rows())).run(WARM_UPS, rounds);
      String what = "one map to answer by one network " + SingleNetwork.SHAPE;
      board.atMost(what, contest.cpu("map"), "us", MOST_MICROS);
      board.note(what + ": Java heap", contest.bytes("map"), "bytes");
    }
  }

  private static void deliveredTakes(
      Scoreboard board, NeuralNetwork network, Contest contest, String... forms) {
    for (String form : forms) {
      String what =
          "one " + form + " to answer by an average (" + network.info().name() + ", all folds)";
      board.note(what, contest.cpu(form), "us");
      board.note(what + ": Java heap", contest.bytes(form), "bytes");
    }
  }

  private static Contest.Side maps(NeuralNetwork network, List<? extends Map<String, ?>> rows) {
    return () -> each(rows.size(), i -> network.predict(rows.get(i)));
  }

  /** A call about one of the rows. */
  private interface Call {
    Object answer(int row);
  }

  private static Effort each(int rows, Call call) throws Exception {
    return Effort.of(
        CALLS,
        () -> {
          int seen = 0;
          for (int i = 0; i < CALLS; i++) {
            seen += System.identityHashCode(call.answer(i % rows)) & 1;
          }
          return seen;
        });
  }

  private static NeuralNetwork penguins(Path folder) throws InterruptedException {
    System.err.println("  a network is made first ...");
    try (NeuralNetworkCreator creator = NeuralNetworkCreator.builder().workspace(folder).build()) {
      return creator
          .create("Tell species")
          .from(DataSource.csv(Repository.file("examples/data/penguins.csv")))
          .seed(1)
          .within(Duration.ofSeconds(5))
          .to(folder.resolve("penguins"))
          .start()
          .await();
    }
  }
}
