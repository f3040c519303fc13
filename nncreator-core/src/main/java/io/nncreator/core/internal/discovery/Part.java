// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.discovery;

import io.nncreator.api.spi.ArchitectureGenerator;
import io.nncreator.api.spi.Deployer;
import io.nncreator.api.spi.LlmProvider;
import io.nncreator.api.spi.Provider;
import io.nncreator.api.spi.Trainer;

/**
 * A replaceable part of a creator.
 *
 * @param type interface of its providers
 * @param name short name in the system property {@code nncreator.<name>} and in messages
 * @param remedy what to do where no provider is found
 */
public record Part<P extends Provider>(Class<P> type, String name, String remedy) {
  /** What trains networks. */
  public static final Part<Trainer> TRAINER =
      new Part<>(
          Trainer.class,
          "trainer",
          "Maybe add the dependency io.nncreator:nncreator-djl together with"
              + " ai.djl.pytorch:pytorch-native-cpu for this platform.");

  /** Sources of networks beside the templates. */
  public static final Part<ArchitectureGenerator> ARCHITECTURES =
      new Part<>(
          ArchitectureGenerator.class,
          "architectures",
          "The built-in templates are used; maybe add an ArchitectureGenerator.");

  /** Language models. */
  public static final Part<LlmProvider> LLM =
      new Part<>(
          LlmProvider.class,
          "llm",
          "Rules read the sentence without one; maybe add an LlmProvider to the class path or set"
              + " one in the builder.");

  /** What makes a bundle answer requests. */
  public static final Part<Deployer> DEPLOYER =
      new Part<>(
          Deployer.class,
          "deployer",
          "A network answers in this process without one; maybe add a Deployer to the class path or"
              + " set one in the builder.");
}
