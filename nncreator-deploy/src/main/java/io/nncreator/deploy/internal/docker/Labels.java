// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import java.util.HashMap;
import java.util.Map;

/** Marks of what belongs to a service. What lacks them is never touched. */
final class Labels {
  static final String DEPLOYMENT = "io.nncreator.deployment";
  static final String ROLE = "io.nncreator.role";
  static final String REVISION = "io.nncreator.revision";
  static final String SLOT = "io.nncreator.slot";
  static final String HOST = "io.nncreator.host";
  static final String PORT = "io.nncreator.port";
  static final String MEMORY = "io.nncreator.memory-mib";
  static final String CPUS = "io.nncreator.cpus";
  static final String TOKEN = "io.nncreator.token";

  static final String BALANCER = "balancer";
  static final String REPLICA = "replica";
  static final String GOAL = "goal";
  static final String SECRET = "secret";
  static final String NETWORK = "network";

  private Labels() {}

  /** Returns the labels of one part of a service. */
  static Map<String, String> of(String deployment, String role) {
    Map<String, String> labels = new HashMap<>();
    labels.put(DEPLOYMENT, deployment);
    labels.put(ROLE, role);
    return labels;
  }

  /** Returns a number of a label; 0 if it is absent or none. */
  static int number(Map<String, String> labels, String key) {
    try {
      return Integer.parseInt(labels.getOrDefault(key, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
