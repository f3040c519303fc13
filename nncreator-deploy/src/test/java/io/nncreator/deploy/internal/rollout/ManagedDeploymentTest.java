// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.deploy.DeploymentEvent;
import io.nncreator.api.deploy.DeploymentEvent.Kind;
import io.nncreator.api.deploy.DeploymentStatus.Phase;
import io.nncreator.api.deploy.ReplicaStatus;
import io.nncreator.api.deploy.ReplicaStatus.State;
import io.nncreator.api.error.DeploymentException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A managed deployment")
class ManagedDeploymentTest {
  private static final Path BUNDLE = Path.of("bundle");

  private final ScriptedFleet fleet = new ScriptedFleet();
  private final List<DeploymentEvent> events = new ArrayList<>();
  private final ManagedDeployment service =
      new ManagedDeployment(
          "scripted", fleet, new Events("scripted", events::add, Clock.systemUTC()));

  @Test
  @DisplayName("has never fewer replicas than wanted in an update, and one more at most")
  void neverFewer() {
    service.begin(BUNDLE, 3);
    fleet.most = 0;
    service.update(BUNDLE);
    assertThat(fleet.fewest).isEqualTo(3);
    assertThat(fleet.most).isEqualTo(4);
    assertThat(fleet.replicas).extracting(ReplicaStatus::revision).containsExactly(2, 2, 2);
    assertThat(fleet.kept).containsExactly(2, 1);
    service.update(BUNDLE);
    assertThat(fleet.kept).containsExactly(3, 2);
  }

  @Test
  @DisplayName("undoes an update whose replicas do not start")
  void undoes() {
    service.begin(BUNDLE, 2);
    fleet.bad = 2;
    assertThatThrownBy(() -> service.update(BUNDLE)).isInstanceOf(DeploymentException.class);
    assertThat(fleet.replicas).extracting(ReplicaStatus::revision).containsExactly(1, 1);
    assertThat(service.status().phase()).isEqualTo(Phase.SERVING);
    assertThat(events).extracting(DeploymentEvent::kind).contains(Kind.UNDOING);
    assertThat(fleet.kept).containsExactly(1);
  }

  @Test
  @DisplayName("keeps the network to go back to when an update is undone")
  void keepsPrevious() {
    service.begin(BUNDLE, 1);
    service.update(BUNDLE);
    fleet.bad = 3;
    assertThatThrownBy(() -> service.update(BUNDLE)).isInstanceOf(DeploymentException.class);
    assertThat(service.status().previous()).isEqualTo(1);
    service.rollback();
    assertThat(service.status().revision()).isEqualTo(1);
    assertThat(service.status().previous()).isEqualTo(2);
  }

  @Test
  @DisplayName("removes everything when it cannot begin")
  void beginsOrNothing() {
    fleet.bad = 1;
    assertThatThrownBy(() -> service.begin(BUNDLE, 1)).isInstanceOf(DeploymentException.class);
    assertThat(fleet.removed).isTrue();
  }

  @Test
  @DisplayName("finishes a change that was cut off")
  void finishes() {
    fleet.add(1, State.READY);
    fleet.add(1, State.LOST);
    fleet.add(2, State.READY);
    fleet.goal(new Goal(2, 1, 2, false));
    service.recover();
    assertThat(fleet.replicas).extracting(ReplicaStatus::revision).containsExactly(2, 2);
    assertThat(fleet.goal()).isEqualTo(new Goal(2, 1, 2, true));
  }

  @Test
  @DisplayName("undoes a change that was cut off and cannot be finished")
  void undoesCutOff() {
    fleet.add(1, State.READY);
    fleet.add(2, State.LOST);
    fleet.bad = 2;
    fleet.goal(new Goal(2, 1, 1, false));
    service.recover();
    assertThat(fleet.replicas).extracting(ReplicaStatus::revision).containsExactly(1);
    assertThat(fleet.goal()).isEqualTo(new Goal(1, 0, 1, true));
  }

  @Test
  @DisplayName("goes on when a listener fails")
  void survivesListeners() {
    Events failing =
        new Events(
            "scripted",
            event -> {
              throw new IllegalStateException("listener");
            },
            Clock.systemUTC());
    new ManagedDeployment("scripted", fleet, failing).begin(BUNDLE, 1);
    assertThat(fleet.replicas).hasSize(1);
  }
}
