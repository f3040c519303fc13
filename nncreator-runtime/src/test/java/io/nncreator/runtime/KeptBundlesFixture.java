// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.runtime.bundle.BundleWriter;
import io.nncreator.runtime.bundle.Bundles;
import io.nncreator.runtime.bundle.NetworkBundle;
import java.nio.file.Path;
import java.util.List;

/**
 * Wrote the bundles of the newest format that are kept in the test resources. They are never
 * written again once a version with that format is released: what was saved then must load for
 * ever.
 */
final class KeptBundlesFixture {
  private KeptBundlesFixture() {}

  /**
   * Writes the bundles.
   *
   * @param args the folder
   */
  public static void main(String[] args) {
    for (NetworkBundle bundle :
        List.of(Bundles.classification(), Bundles.regression(), Bundles.average())) {
      try (NeuralNetwork network = NeuralNetwork.of(bundle)) {
        BundleWriter.write(
            bundle.with(bundle.metrics(), network.goldenRows(LoadTest.table())),
            Path.of(args[0], bundle.id()));
      }
    }
  }
}
