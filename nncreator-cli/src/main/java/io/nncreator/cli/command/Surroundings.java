// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.command;

import io.nncreator.cli.terminal.Terminal;
import io.nncreator.core.NeuralNetworkCreator;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What commands work with.
 *
 * @param terminal to talk through
 * @param creators opens a creator for a workspace
 */
public record Surroundings(Terminal terminal, Function<Path, NeuralNetworkCreator> creators) {}
