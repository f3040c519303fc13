// SPDX-License-Identifier: Apache-2.0
package io.nncreator.djl;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.training.Precision;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.djl.internal.engine.EngineBootstrap;
import io.nncreator.djl.internal.torchscript.ArchiveFile;
import io.nncreator.djl.internal.torchscript.ServingScript;
import io.nncreator.djl.internal.training.PrecisionCalibration;
import io.nncreator.djl.internal.training.TrainingRun;
import io.nncreator.djl.internal.training.WarmUp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Trains networks on PyTorch through DJL: each request becomes one TorchScript program that runs
 * many steps of all members in a native call. Stateless and thread-safe; the engine itself is
 * loaded once per JVM, at the first training or {@link #warmUp}.
 *
 * <p>On the same machine and version the same request gives the same weights, whatever else runs.
 * Each member has its own streams of random numbers for first weights, row order and dropout, drawn
 * from its seed alone.
 */
public final class DjlTrainer implements Trainer {
  /** The id by which a user chooses this trainer. */
  public static final String ID = "djl";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Availability probe() {
    return EngineBootstrap.probe();
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.TORCHSCRIPT, Capability.CHUNKS);
  }

  @Override
  public Precision fastestPrecision() {
    return PrecisionCalibration.fastest();
  }

  @Override
  public void warmUp() {
    WarmUp.run();
  }

  @Override
  public TrainingResult train(TrainingRequest request, TrainingObserver observer) {
    return TrainingRun.of(request, observer);
  }

  @Override
  public void exportTorchScript(Graph graph, Weights weights, Path file) throws IOException {
    ArchiveFile.write(ServingScript.of(graph, weights), file);
  }
}
