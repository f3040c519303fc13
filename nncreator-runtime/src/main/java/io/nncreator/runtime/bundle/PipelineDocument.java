// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import io.nncreator.runtime.pipeline.FeaturePipeline;
import io.nncreator.runtime.pipeline.TargetEncoding;

/** The content of {@code pipeline.json}. */
record PipelineDocument(FeaturePipeline pipeline, TargetEncoding target) {}
