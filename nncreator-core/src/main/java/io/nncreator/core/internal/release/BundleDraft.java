// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.release;

import io.nncreator.api.data.Dataset;
import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.spi.Trainer.Capability;
import io.nncreator.core.internal.creation.CreationOrder;
import io.nncreator.core.internal.creation.PlannedCreation;
import io.nncreator.core.internal.selection.Champion;
import io.nncreator.core.internal.selection.ProcedureRun;
import io.nncreator.runtime.bundle.BundleReader;
import io.nncreator.runtime.bundle.GoldenRow;
import io.nncreator.runtime.bundle.Metrics;
import io.nncreator.runtime.bundle.NetworkBundle;
import io.nncreator.runtime.bundle.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bundle in the making: everything but the score. */
final class BundleDraft {
  private static final int GOLDEN_ROWS = 8;

  private final CreationOrder order;
  private final PlannedCreation plan;
  private final ProcedureRun run;
  private final Champion champion;
  private final Trainer trainer;
  private final ServedTrial served;

  BundleDraft(
      CreationOrder order,
      PlannedCreation plan,
      ProcedureRun run,
      Champion champion,
      Trainer trainer) {
    this.order = order;
    this.plan = plan;
    this.run = run;
    this.champion = champion;
    this.trainer = trainer;
    this.served = ServedTrial.of(run, champion, Map.of("nncreator.id", order.id()));
  }

  /** Returns the network in its exported form. */
  ServedTrial served() {
    return served;
  }

  /** Returns the whole bundle. */
  // javac 17 does not read type annotations of generics and arrays from class files.
  @SuppressWarnings("NullAway")
  NetworkBundle bundle(Metrics metrics, Duration took) {
    return new NetworkBundle(
        BundleReader.FORMAT,
        order.id(),
        champion.name(),
        Instant.now(),
        "nncreator " + Versions.library(),
        plan.table().task(),
        SchemaFitter.fit(plan.understanding(), run.encoded().pipeline(), run.rows()),
        served.model(),
        champion.recipes(),
        champion.weights(),
        served.onnx(),
        torchScript(),
        metrics,
        provenance(took),
        golden(),
        ProfileFitter.fit(served, plan.table().data(), run.rows()));
  }

  private byte @Nullable [] torchScript() {
    if (!trainer.capabilities().contains(Capability.TORCHSCRIPT)) {
      return null;
    }
    try {
      Path file = Files.createTempFile("nncreator-", ".pt");
      try {
        trainer.exportTorchScript(served.model().graph(), champion.weights(), file);
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new BundleException(
          ErrorCode.BUNDLE_UNWRITABLE,
          "The TorchScript archive cannot be written. Maybe free some space in the folder for"
              + " temporary files.",
          e);
    }
  }

  private Provenance provenance(Duration took) {
    Dataset data = plan.table().data();
    return new Provenance(
        order.source().name(),
        plan.understanding().fingerprint(),
        plan.profile().rows(),
        data.columns().size(),
        order.seed(),
        Versions.all(trainer.id()),
        Versions.operatingSystem(),
        Versions.processor(),
        Runtime.getRuntime().availableProcessors(),
        took,
        plan.understanding().sampledRows());
  }

  private List<GoldenRow> golden() {
    int[] learnt = run.rows();
    int[] chosen = new int[Math.min(GOLDEN_ROWS, learnt.length)];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = learnt[(int) ((long) i * learnt.length / chosen.length)];
    }
    return GoldenRows.of(served, plan.table().data().select(chosen));
  }
}
