// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.chunks;

import io.nncreator.core.internal.intake.ReadTable;
import java.nio.file.Path;

/**
 * Rows of a table that are learnt from but not held in memory.
 *
 * @param file delimited text
 * @param first what was read of it: a sample, whose rows are not among these
 * @param wanted number of rows, drawn from all others
 * @param seed by which they are drawn and divided into chunks
 * @param chunkRows most rows of a chunk
 */
public record FurtherRows(Path file, ReadTable first, long wanted, long seed, int chunkRows) {}
