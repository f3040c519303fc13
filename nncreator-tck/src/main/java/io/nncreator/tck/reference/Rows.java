// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.reference;

/** The operations on rows: products with a matrix, look-ups in a table, codes to columns. */
final class Rows {
  private Rows() {}

  static ReferenceTensor matmul(ReferenceTensor x, ReferenceTensor matrix, int members) {
    long inner = x.dim(-1);
    return ReferenceTensor.fill(
        rowsOf(x, matrix, members),
        x.perMember() || matrix.perMember(),
        index -> {
          long column = index[index.length - 1];
          double sum = 0;
          for (long i = 0; i < inner; i++) {
            long[] entry = Axes.with(Axes.with(index, -2, i), -1, column);
            sum += x.at(Axes.with(index, -1, i)) * matrix.at(entry);
          }
          return sum;
        });
  }

  static ReferenceTensor embedding(ReferenceTensor table, ReferenceTensor indices, int members) {
    long rows = table.dim(-2);
    return ReferenceTensor.fill(
        rowsOf(indices, table, members),
        table.perMember() || indices.perMember(),
        index -> {
          long row = (long) indices.at(Axes.with(index, -1, 0));
          if (row < 0 || row >= rows) {
            throw new IllegalArgumentException(
                "The index " + row + " is not in a table of " + rows + " rows.");
          }
          return table.at(Axes.with(index, -2, row));
        });
  }

  static ReferenceTensor oneHot(ReferenceTensor codes, long depth) {
    return ReferenceTensor.fill(
        Axes.with(codes.dims(), -1, depth),
        codes.perMember(),
        index -> codes.at(Axes.with(index, -1, 0)) == index[index.length - 1] ? 1 : 0);
  }

  /** Returns the dimensions with the rows of one operand and the columns of the other. */
  private static long[] rowsOf(ReferenceTensor rows, ReferenceTensor columns, int members) {
    long[] dims = {rows.dim(-2), columns.dim(-1)};
    boolean perMember = rows.perMember() || columns.perMember();
    return perMember ? Extent.withMembers(members, dims) : dims;
  }
}
