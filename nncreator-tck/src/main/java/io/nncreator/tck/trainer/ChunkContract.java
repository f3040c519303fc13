// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ProviderException;
import io.nncreator.api.spi.Trainer.Capability;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.RowChunks;
import io.nncreator.api.training.TrainingObserver;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.api.training.TrainingRows;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** It learns from chunks of rows, or says that it does not. */
public interface ChunkContract extends TrainerUnderTest {
  /** Four rows in memory do not tell the classes; those in chunks do. */
  @Test
  @DisplayName("learns from chunks beside rows in memory, or refuses without the capability")
  default void learnsFromChunks() {
    TrainingRows judged = Problems.exclusiveOr(200);
    TrainingRows chunk = Problems.exclusiveOr(120);
    TrainingRequest memory =
        Problems.request(
            Problems.curved(judged, 12, 2),
            Problems.adam(judged, 0.02, 16, 120),
            judged,
            List.of(new Member(new int[] {0, 1, 2, 3}, Problems.from(4, 200), 3)));
    TrainingRequest chunked =
        new TrainingRequest(
            memory.network(),
            memory.recipe(),
            memory.rows(),
            memory.members(),
            null,
            new SameChunks(chunk, 3));
    if (!trainer().capabilities().contains(Capability.CHUNKS)) {
      assertThatThrownBy(() -> trainer().train(chunked, TrainingObserver.NONE))
          .isInstanceOfSatisfying(
              ProviderException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.PROVIDER_UNSUPPORTED));
      return;
    }
    TrainingResult few = trainer().train(memory, TrainingObserver.NONE);
    TrainingResult many = trainer().train(chunked, TrainingObserver.NONE);
    Outcomes.requireTrue(chunked, many);
    assertThat(many.members().get(0).validationLoss())
        .isLessThan(0.6 * few.members().get(0).validationLoss());
    Outcomes.requireSame(trainer().train(chunked, TrainingObserver.NONE), many);
  }

  /**
   * A number of chunks of the same rows.
   *
   * @param each rows of a chunk
   * @param count of chunks
   */
  record SameChunks(TrainingRows each, int count) implements RowChunks {
    @Override
    public int rows(int chunk) {
      return each.rows();
    }

    @Override
    public TrainingRows read(int chunk) {
      return each;
    }
  }
}
