// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy;

import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.runtime.bundle.BundleWriter;
import io.nncreator.runtime.bundle.GoldenRow;
import io.nncreator.runtime.bundle.NetworkBundle;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Kept bundles, and a row that they answer. */
public final class Bundles {
  /** A row as JSON. */
  public static final String ROW =
      """
      {"age":22,"fare":7.25,"alone":true,"sex":"male","cabin class":"3",\
      "boarded":"1912-12-17T16:00"}""";

  private Bundles() {}

  /** Tells a port. */
  public static Path first() {
    return kept("port-1");
  }

  /** Tells a price of the same rows. */
  public static Path other() {
    return kept("price-1");
  }

  /** Whole, but its golden rows have the probabilities of other classes. */
  public static Path wrong(Path folder) {
    NetworkBundle bundle = BundleReader.read(first());
    List<GoldenRow> golden = new ArrayList<>();
    for (GoldenRow row : bundle.golden()) {
      List<Double> turned = new ArrayList<>(row.probabilities());
      Collections.reverse(turned);
      golden.add(new GoldenRow(row.row(), row.number(), row.label(), turned));
    }
    BundleWriter.write(bundle.with(bundle.metrics(), golden), folder);
    return folder;
  }

  private static Path kept(String name) {
    URL place = Objects.requireNonNull(Bundles.class.getResource("/bundles/format-2/" + name));
    try {
      return Path.of(place.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
