// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.deployer;

import io.nncreator.api.deploy.Deployment;
import io.nncreator.api.deploy.DeploymentRequest;
import io.nncreator.api.spi.Deployer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.opentest4j.TestAbortedException;

/** A deployer, and networks for it. */
public interface DeployerUnderTest {
  /** Returns the deployer: one object within a test, but after {@link #restarted} another. */
  Deployer deployer();

  /**
   * Forgets the deployer as if its process had ended, and returns one as a new process has it;
   * aborts the test where services end with the process.
   */
  default Deployer restarted() {
    throw new TestAbortedException("Its services end with the process.");
  }

  /** Returns a bundle that answers {@link #row}. */
  Path bundle();

  /** Returns another bundle that answers the same row. */
  Path otherBundle();

  /** Returns a bundle that can be read, but does not give its golden rows. */
  Path wrongBundle();

  /** Returns the JSON object of a row. */
  String row();

  /** Runs a test with a service of one name, and ends the service whatever happens. */
  default void with(DeploymentRequest request, Consumer<Deployment> test) {
    Deployment service = deployer().deploy(request);
    try {
      test.accept(service);
    } finally {
      service.undeploy();
    }
  }
}
