// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli;

import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A trainer whose reported answers do not come from the weights that it returns. */
final class LyingTrainer implements Trainer {
  private final Trainer honest;

  LyingTrainer(Trainer honest) {
    this.honest = honest;
  }

  @Override
  public String id() {
    return "lying";
  }

  @Override
  public Availability probe() {
    return honest.probe();
  }

  @Override
  public Set<Capability> capabilities() {
    return honest.capabilities();
  }

  @Override
  public TrainingResult train(TrainingRequest request, TrainingObserver observer) {
    TrainingResult result = honest.train(request, observer);
    List<MemberResult> lies =
        result.members().stream()
            .map(
                member -> {
                  float[] outputs = member.validationOutputs().clone();
                  outputs[0] += 0.01f;
                  return new MemberResult(
                      member.status(), member.bestEpoch(), member.validationLoss(), outputs);
                })
            .toList();
    return new TrainingResult(result.weights(), lies, result.checkpoint());
  }

  @Override
  public void exportTorchScript(Graph graph, Weights weights, Path file) throws IOException {
    honest.exportTorchScript(graph, weights, file);
  }
}
