// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.engine;

import io.nncreator.api.error.StoreException;
import io.nncreator.core.internal.chunks.ChunkFile;
import io.nncreator.core.internal.chunks.FurtherRows;
import io.nncreator.core.internal.chunks.FurtherRowsEncoder;
import io.nncreator.core.internal.creation.CreationOrder;
import io.nncreator.core.internal.creation.Journal;
import io.nncreator.core.internal.creation.PlannedCreation;
import io.nncreator.core.internal.creation.StopSignal;
import io.nncreator.core.internal.intake.Shown;
import io.nncreator.core.internal.planning.Deadline;
import io.nncreator.core.internal.selection.ProcedureRun;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a creation learns from but does not hold in memory, as long as it trains. Without
 * room for them on disk it learns from those in memory alone, and says so.
 */
final class FurtherReading implements AutoCloseable {
  private final CreationOrder order;
  private final StopSignal signal;
  private final Deadline deadline;
  private final Journal journal;
  private @Nullable ChunkFile file;

  FurtherReading(CreationOrder order, StopSignal signal, Deadline deadline, Journal journal) {
    this.order = order;
    this.signal = signal;
    this.deadline = deadline;
    this.journal = journal;
  }

  /** Encodes the further rows of a plan for a run; returns the plan as it could be kept. */
  PlannedCreation give(ProcedureRun run, PlannedCreation plan) {
    @Nullable FurtherRows further = plan.further();
    if (further == null) {
      return plan;
    }
    FurtherRowsEncoder encoder =
        new FurtherRowsEncoder(
            further, plan.table(), run.encoded(), () -> signal.ends(deadline, false));
    Optional<ChunkFile> written;
    try {
      written = encoder.encode(folder());
    } catch (StoreException e) {
      journal.warn(
          e.getMessage()
              + " The network learns from the "
              + plan.table().rows()
              + " rows in memory alone.");
      return plan.inMemory();
    }
    encoder
        .unknownClasses()
        .forEach(
            (name, rows) ->
                journal.warn(
                    "The class ("
                        + Shown.of(name)
                        + ") is in "
                        + rows
                        + " of the rows on disk but in none of the sample: no network can tell it."));
    if (written.isEmpty()) {
      return plan.inMemory();
    }
    file = written.get();
    run.learnFrom(written.get());
    return plan;
  }

  /** The disk on which the network will be has room, or nothing can be kept anyway. */
  private Path folder() {
    Path parent = order.folder().toAbsolutePath().getParent();
    return parent == null ? order.folder() : parent;
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
