// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck;

import io.nncreator.tck.deployer.ChangeContract;
import io.nncreator.tck.deployer.ServiceContract;

/**
 * All that a {@link io.nncreator.api.spi.Deployer} promises. A deployer's test extends it and gives
 * its deployer and networks.
 */
public abstract class DeployerTck implements ServiceContract, ChangeContract {}
