// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.deploy;

/** Is told what happens to a service, in order, on the thread where it happens. */
@FunctionalInterface
public interface DeploymentListener {
  /** Listens to nothing. */
  DeploymentListener NONE = event -> {};

  /** Is told; must return soon. What it throws is logged and otherwise ignored. */
  void onEvent(DeploymentEvent event);
}
