// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.rollout;

import io.nncreator.api.deploy.DeploymentEvent;
import io.nncreator.api.deploy.DeploymentListener;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener and the log what happens to one service. */
public final class Events {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private final String deployment;
  private final DeploymentListener listener;
  private final Clock clock;

  /** Takes who is told. */
  public Events(String deployment, DeploymentListener listener, Clock clock) {
    this.deployment = deployment;
    this.listener = listener;
    this.clock = clock;
  }

  /** Tells that something happened. */
  public void tell(DeploymentEvent.Kind kind, int revision, String detail) {
    LOG.info("The service ({}): {}, revision {} {}", deployment, kind, revision, detail);
    try {
      listener.onEvent(new DeploymentEvent(deployment, clock.instant(), kind, revision, detail));
    } catch (RuntimeException e) {
      LOG.warn("A listener of the service ({}) failed", deployment, e);
    }
  }
}
