// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import com.github.dockerjava.api.command.InspectVolumeResponse;
import io.nncreator.deploy.internal.rollout.Goal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The goal of a service, kept by the engine as the labels of an empty volume: they are written in
 * one step, and found from any machine that may use the engine. The newest counts.
 */
final class GoalVolumes {
  private static final String SEQUENCE = "io.nncreator.sequence";
  private static final String PREVIOUS = "io.nncreator.previous";
  private static final String REPLICAS = "io.nncreator.replicas";
  private static final String SETTLED = "io.nncreator.settled";
  private static final Goal NOTHING = new Goal(0, 0, 0, false);

  private final Engine engine;
  private final String deployment;

  GoalVolumes(Engine engine, String deployment) {
    this.engine = engine;
    this.deployment = deployment;
  }

  Goal read() {
    return list().stream()
        .max(Comparator.comparingInt(GoalVolumes::sequence))
        .map(GoalVolumes::goal)
        .orElse(NOTHING);
  }

  void write(Goal goal) {
    List<InspectVolumeResponse> before = list();
    int next = before.stream().mapToInt(GoalVolumes::sequence).max().orElse(0) + 1;
    Map<String, String> labels = new HashMap<>(Labels.of(deployment, Labels.GOAL));
    labels.put(SEQUENCE, String.valueOf(next));
    labels.put(Labels.REVISION, String.valueOf(goal.revision()));
    labels.put(PREVIOUS, String.valueOf(goal.previous()));
    labels.put(REPLICAS, String.valueOf(goal.replicas()));
    labels.put(SETTLED, String.valueOf(goal.settled()));
    engine.ask(
        "write down the goal",
        docker ->
            docker
                .createVolumeCmd()
                .withName("nncreator-" + deployment + "-goal-" + next)
                .withLabels(labels)
                .exec());
    before.forEach(this::remove);
  }

  void remove() {
    list().forEach(this::remove);
  }

  private void remove(InspectVolumeResponse volume) {
    engine.remove(volume.getName(), docker -> docker.removeVolumeCmd(volume.getName()).exec());
  }

  private List<InspectVolumeResponse> list() {
    List<InspectVolumeResponse> found =
        engine.ask(
            "read the goal",
            docker ->
                docker
                    .listVolumesCmd()
                    .withFilter("label", List.of(Labels.DEPLOYMENT + "=" + deployment))
                    .exec()
                    .getVolumes());
    return found == null
        ? List.of()
        : found.stream()
            .filter(each -> Labels.GOAL.equals(each.getLabels().get(Labels.ROLE)))
            .toList();
  }

  private static int sequence(InspectVolumeResponse volume) {
    return Labels.number(volume.getLabels(), SEQUENCE);
  }

  private static Goal goal(InspectVolumeResponse volume) {
    Map<String, String> labels = volume.getLabels();
    return new Goal(
        Labels.number(labels, Labels.REVISION),
        Labels.number(labels, PREVIOUS),
        Labels.number(labels, REPLICAS),
        Boolean.parseBoolean(labels.get(SETTLED)));
  }
}
