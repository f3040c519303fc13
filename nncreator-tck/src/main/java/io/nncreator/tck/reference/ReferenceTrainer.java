// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ProviderException;
import io.nncreator.api.graph.Graph;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Trainer;
import io.nncreator.api.training.Checkpoint;
import io.nncreator.api.training.EpochProgress;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.tck.reference.MemberState.Phase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A plain-Java trainer for tests: right, slow, without native code, and without dropout. One member
 * after the other, in double arithmetic with weights rounded to F32 after each step. Thread-safe.
 */
public final class ReferenceTrainer implements Trainer {
  @Override
  public String id() {
    return "reference";
  }

  @Override
  public int priority() {
    return Integer.MIN_VALUE;
  }

  @Override
  public Availability probe() {
    return new Availability.Ready();
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.CHUNKS);
  }

  @Override
  public TrainingResult train(TrainingRequest asked, TrainingObserver observer) {
    TrainingRequest request = GatheredRows.of(asked);
    List<MemberTraining> members = new ArrayList<>();
    request.members().forEach(member -> members.add(new MemberTraining(request, member)));
    Checkpoint checkpoint = request.checkpoint();
    int epochsDone = 0;
    if (checkpoint != null) {
      for (int k = 0; k < members.size(); k++) {
        members.get(k).state.read(String.valueOf(k), checkpoint.tensors());
      }
      Tensor epochs = checkpoint.tensors().get("epochs");
      epochsDone = epochs == null ? 0 : (int) epochs.longs()[0];
    }
    boolean interrupted = false;
    while (epochsDone < request.recipe().epochs() && running(members) > 0 && !interrupted) {
      interrupted = !epoch(epochsDone + 1, request.recipe().epochs(), members, observer);
      epochsDone += interrupted ? 0 : 1;
    }
    return result(members, epochsDone, interrupted);
  }

  @Override
  public void exportTorchScript(Graph graph, Weights weights, Path file) {
    throw new ProviderException(
        ErrorCode.PROVIDER_UNSUPPORTED,
        "The trainer (reference) does not write TorchScript. Maybe use one with that capability.");
  }

  private static boolean epoch(
      int epoch, int epochs, List<MemberTraining> members, TrainingObserver observer) {
    List<MemberTraining> active =
        members.stream().filter(member -> member.state.phase == Phase.RUNNING).toList();
    for (MemberTraining member : active) {
      if (!member.finishEpoch(epoch, observer)) {
        return false;
      }
    }
    double trainingLoss =
        active.stream().mapToDouble(member -> member.judge(epoch)).average().orElse(Double.NaN);
    double validationLoss =
        members.stream()
            .filter(member -> Double.isFinite(member.state.bestLoss) && member.validated())
            .mapToDouble(member -> member.state.bestLoss)
            .average()
            .orElse(Double.NaN);
    observer.onEpoch(
        new EpochProgress(epoch, epochs, trainingLoss, validationLoss, running(members)));
    return true;
  }

  private static int running(List<MemberTraining> members) {
    return (int) members.stream().filter(member -> member.state.phase == Phase.RUNNING).count();
  }

  private static TrainingResult result(
      List<MemberTraining> members, int epochsDone, boolean interrupted) {
    Map<String, Tensor> state = new LinkedHashMap<>();
    state.put("epochs", Tensor.of(new long[] {epochsDone}, 1));
    for (int k = 0; k < members.size(); k++) {
      members.get(k).state.write(String.valueOf(k), state);
    }
    long steps = members.stream().mapToLong(member -> member.state.steps).max().orElse(0);
    List<MemberResult> results =
        members.stream().map(member -> member.result(interrupted)).toList();
    return new TrainingResult(weights(members), results, new Checkpoint(steps, state));
  }

  private static Weights weights(List<MemberTraining> members) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (String name : members.get(0).state.best.keySet()) {
      double[] all =
          members.stream()
              .map(member -> member.kept(name))
              .flatMapToDouble(tensor -> java.util.Arrays.stream(tensor.values()))
              .toArray();
      float[] data = new float[all.length];
      IntStream.range(0, all.length).forEach(i -> data[i] = (float) all[i]);
      long[] dims = members.get(0).kept(name).dims().clone();
      dims[0] = members.size();
      tensors.put(name, Tensor.of(data, dims));
    }
    return new Weights(members.size(), tensors);
  }
}
