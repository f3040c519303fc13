// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Deployer;
import io.nncreator.api.spi.LlmProvider;
import io.nncreator.api.spi.Trainer;
import io.nncreator.core.internal.discovery.Part;
import io.nncreator.core.internal.discovery.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts with which a creator works.
 *
 * @param trainer what trains networks
 * @param architectures sources of networks, the templates first
 * @param llm language model, if any
 * @param deployer what makes networks answer requests, if any
 */
record ChosenProviders(
    Trainer trainer,
    List<ArchitectureGenerator> architectures,
    Optional<LlmProvider> llm,
    Optional<Deployer> deployer) {

  Deployer requireDeployer() {
    return deployer.orElseGet(() -> Providers.choose(Part.DEPLOYER));
  }

  List<ProviderStatus> survey() {
    List<ProviderStatus> all = new ArrayList<>();
    Stream.of(
            Providers.survey(Part.TRAINER, List.of(trainer)),
            Providers.survey(Part.ARCHITECTURES, architectures),
            Providers.survey(Part.LLM, llm.stream().toList()),
            Providers.survey(Part.DEPLOYER, deployer.stream().toList()))
        .forEach(all::addAll);
    return List.copyOf(all);
  }
}
