// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Ulimit;
import java.util.List;
import java.util.Map;

/** What a container may not do. */
final class Hardening {
  private static final long MIB = 1L << 20;
  private static final double NANO = 1e9;

  private Hardening() {}

  /**
   * Returns the limits: no capabilities, no new privileges, a read-only file system with a small
   * temporary folder that holds no code, limits of memory, processors, processes and files. It
   * comes back when it ends unasked and when the engine is started again.
   */
  static HostConfig of(int memoryMib, double cpus, long files) {
    return HostConfig.newHostConfig()
        .withReadonlyRootfs(true)
        .withTmpFs(Map.of("/tmp", "rw,noexec,nosuid,nodev,size=16m,mode=1777"))
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withPidsLimit(128L)
        .withMemory(memoryMib * MIB)
        .withMemorySwap(memoryMib * MIB)
        .withNanoCPUs((long) (cpus * NANO))
        .withInit(true)
        .withShmSize(MIB)
        .withUlimits(new Ulimit[] {new Ulimit("nofile", files, files)})
        .withLogConfig(
            new LogConfig(
                LogConfig.LoggingType.JSON_FILE, Map.of("max-size", "1m", "max-file", "2")))
        .withRestartPolicy(RestartPolicy.unlessStoppedRestart());
  }
}
