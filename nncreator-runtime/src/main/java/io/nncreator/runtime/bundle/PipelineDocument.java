// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.TargetEncoding;

/**
 * The content of {@code pipeline.json}.
 *
 * @param pipeline from raw columns to features
 * @param target from raw outputs to answers
 */
public record PipelineDocument(FeaturePipeline pipeline, TargetEncoding target) {}
