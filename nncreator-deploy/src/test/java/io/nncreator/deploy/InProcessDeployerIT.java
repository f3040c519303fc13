// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy;

import io.nncreator.api.spi.Deployer;
import io.nncreator.tck.DeployerTck;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The deployer of this process")
class InProcessDeployerIT extends DeployerTck {
  private final Deployer deployer = new InProcessDeployer();
  @TempDir private Path folder;
  private Path wrong = Path.of("");

  @BeforeEach
  void write() {
    wrong = Bundles.wrong(folder.resolve("wrong"));
  }

  @Override
  public Deployer deployer() {
    return deployer;
  }

  @Override
  public Path bundle() {
    return Bundles.first();
  }

  @Override
  public Path otherBundle() {
    return Bundles.other();
  }

  @Override
  public Path wrongBundle() {
    return wrong;
  }

  @Override
  public String row() {
    return Bundles.ROW;
  }
}
