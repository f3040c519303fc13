// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import io.nncreator.runtime.NeuralNetwork;
import io.nncreator.serving.internal.http.HttpLimits;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a {@link ServingBuilder} was told. Either a bundle or a network is there. */
record ServingOptions(
    @Nullable Path bundle,
    @Nullable NeuralNetwork network,
    String version,
    String replica,
    String host,
    int port,
    @Nullable Path tokenFile,
    HttpLimits limits,
    int rows,
    int queue,
    int batchRows,
    int ioThreads,
    Duration drain) {}
