// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

import java.util.Arrays;

/** The operations on rows: products of matrices, look-ups in a table, codes to columns. */
final class Rows {
  private Rows() {}

  static ReferenceTensor matmul(ReferenceTensor x, ReferenceTensor matrix, int members) {
    long inner = x.dim(-1);
    return ReferenceTensor.fill(
        rowsOf(x, matrix, members),
        x.perMember() || matrix.perMember(),
        index -> {
          double sum = 0;
          for (long i = 0; i < inner; i++) {
            sum += x.at(Axes.with(index, -1, i)) * matrix.at(factor(matrix, index, i));
          }
          return sum;
        });
  }

  /** Returns where the factor of a row's element {@code i} stands for an element of the product. */
  static long[] factor(ReferenceTensor matrix, long[] index, long i) {
    return entry(matrix, index, i, index[index.length - 1]);
  }

  static ReferenceTensor embedding(ReferenceTensor table, ReferenceTensor indices, int members) {
    return ReferenceTensor.fill(
        rowsOf(indices, table, members),
        table.perMember() || indices.perMember(),
        index -> table.at(lookedUp(table, indices, index)));
  }

  /** Returns where the table's element for an element of the result stands. */
  static long[] lookedUp(ReferenceTensor table, ReferenceTensor indices, long[] index) {
    long rows = table.dim(-2);
    long row = (long) indices.at(Axes.with(index, -1, 0));
    if (row < 0 || row >= rows) {
      throw new IllegalArgumentException(
          "The index " + row + " is not in a table of " + rows + " rows.");
    }
    return entry(table, index, row, index[index.length - 1]);
  }

  static ReferenceTensor oneHot(ReferenceTensor codes, long depth) {
    return ReferenceTensor.fill(
        Axes.with(codes.dims(), -1, depth),
        codes.perMember(),
        index -> codes.at(Axes.with(index, -1, 0)) == index[index.length - 1] ? 1 : 0);
  }

  /** Returns a matrix entry: of the member if it has members, of the row if it has rows. */
  private static long[] entry(ReferenceTensor matrix, long[] index, long row, long column) {
    boolean one = matrix.dims().length == (matrix.perMember() ? 3 : 2);
    long[] entry = index.clone();
    if (one) {
      entry = matrix.perMember() ? new long[] {index[0], 0, 0} : new long[2];
    }
    entry[entry.length - 2] = row;
    entry[entry.length - 1] = column;
    return entry;
  }

  /** Returns the dimensions with the rows of one operand and the columns of the other. */
  private static long[] rowsOf(ReferenceTensor rows, ReferenceTensor columns, int members) {
    long[] own = Arrays.copyOfRange(rows.dims(), rows.perMember() ? 1 : 0, rows.dims().length);
    long[] dims = Axes.with(own, -1, columns.dim(-1));
    boolean perMember = rows.perMember() || columns.perMember();
    return perMember ? Extent.withMembers(members, dims) : dims;
  }
}
