// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck;

import io.nncreator.tck.trainer.ChunkContract;
import io.nncreator.tck.trainer.ExportContract;
import io.nncreator.tck.trainer.InterruptionContract;
import io.nncreator.tck.trainer.LearningContract;
import io.nncreator.tck.trainer.ReferenceContract;
import io.nncreator.tck.trainer.RepeatabilityContract;
import io.nncreator.tck.trainer.RobustnessContract;
import io.nncreator.tck.trainer.SelectionContract;

/**
 * All that an {@link io.nncreator.api.spi.Trainer} promises. A trainer's test extends it and gives
 * its trainer.
 */
public abstract class TrainerTck
    implements LearningContract,
        ReferenceContract,
        RepeatabilityContract,
        SelectionContract,
        InterruptionContract,
        RobustnessContract,
        ChunkContract,
        ExportContract {}
