// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import io.nncreator.deploy.internal.rollout.Goal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written down about a service.
 *
 * @param name of the service
 * @param host on which it listens
 * @param port on which it listens
 * @param memoryMib of a replica
 * @param cpus of a replica
 * @param tokenFile file with the token; null if there is none
 * @param goal what it should be
 * @param servers that there are
 */
record ServiceRecord(
    String name,
    String host,
    int port,
    int memoryMib,
    double cpus,
    @Nullable String tokenFile,
    Goal goal,
    List<ServerRecord> servers) {}
