// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.graph;

import io.nncreator.api.graph.Op.BinaryKind;
import io.nncreator.api.graph.Op.ReduceKind;
import io.nncreator.api.graph.Op.UnaryKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a {@link Graph} one operation at a time and types each one on the way, so that a wrong
 * shape is found before anything is allocated. Not thread-safe.
 *
 * <p>A wrong operand is an {@link IllegalArgumentException} that states what was got and the rule.
 */
public final class GraphBuilder {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
  private final Map<String, Value> parameterValues = new LinkedHashMap<>();
  private final Map<String, Value> outputs = new LinkedHashMap<>();
  private final Set<String> inputNames = new HashSet<>();
  private final List<String> scopes = new ArrayList<>();
  private ParameterGroup group = ParameterGroup.PLAIN;

  /** Declares a value that is fed from outside, under a new name. */
  public Value input(String name, TensorType type) {
    if (!inputNames.add(name)) {
      throw new IllegalArgumentException("The graph has two inputs named (" + name + ").");
    }
    return append(new Op.Input(name), List.of(), type);
  }

  /**
   * Declares a trainable tensor; its full name is the open {@linkplain #inScope scopes} and {@code
   * name}, joined by dots. Asking twice for one name gives the same value; what is asked for must
   * then be the same.
   */
  public Value parameter(String name, Shape shape, Initializer initializer, boolean decayed) {
    String path = scopes.isEmpty() ? name : String.join(".", scopes) + "." + name;
    ParameterSpec spec = new ParameterSpec(path, shape, initializer, decayed, group);
    ParameterSpec before = parameters.putIfAbsent(path, spec);
    if (before != null && !before.equals(spec)) {
      throw new IllegalArgumentException(
          "The parameter " + path + " is already there as " + before + ", got " + spec + ".");
    }
    Value known = parameterValues.get(path);
    if (known != null) {
      return known;
    }
    Value value = append(new Op.Parameter(path), List.of(), new TensorType(DType.F32, shape, true));
    parameterValues.put(path, value);
    return value;
  }

  /** Runs a lowering step whose parameters get a common prefix. */
  public <T> T inScope(String scope, java.util.function.Supplier<T> lowering) {
    scopes.add(scope);
    try {
      return lowering.get();
    } finally {
      scopes.remove(scopes.size() - 1);
    }
  }

  /** Runs a lowering step whose parameters get factors besides those of the open groups. */
  public <T> T inGroup(ParameterGroup factors, java.util.function.Supplier<T> lowering) {
    ParameterGroup before = group;
    group = before.times(factors);
    try {
      return lowering.get();
    } finally {
      group = before;
    }
  }

  /** Puts a fixed tensor into the graph. */
  public Value constant(Tensor tensor) {
    return append(
        new Op.Constant(tensor),
        List.of(),
        new TensorType(tensor.dtype(), Shape.of(tensor.dims()), false));
  }

  /** Returns a constant of the operand's type and rank, all axes of size 1. */
  public Value scalarLike(Value operand, double value) {
    long[] ones = new long[operand.shape().rank()];
    java.util.Arrays.fill(ones, 1);
    return switch (operand.type().dtype()) {
      case F32 -> constant(Tensor.of(new float[] {(float) value}, ones));
      case F64 -> constant(Tensor.of(new double[] {value}, ones));
      case I64 -> constant(Tensor.of(new long[] {(long) value}, ones));
      case BOOL -> throw new IllegalArgumentException("There is no constant of type BOOL.");
    };
  }

  /** Applies an element-wise function; operands are floating, the shape stays. */
  public Value unary(UnaryKind kind, Value x) {
    require(x.type().dtype().isFloating(), kind, "a floating operand", x);
    TensorType type = kind == UnaryKind.IS_NAN ? x.type().as(DType.BOOL) : x.type();
    return append(new Op.Unary(kind), List.of(x), type);
  }

  /**
   * Applies an element-wise function; equal types and ranks, axes equal or of size 1. Division and
   * powers are of floating operands only.
   */
  public Value binary(BinaryKind kind, Value a, Value b) {
    require(a.type().dtype() == b.type().dtype(), kind, "operands of one element type", a, b);
    boolean divides = kind == BinaryKind.DIV || kind == BinaryKind.POW;
    require(a.type().dtype() != DType.BOOL, kind, "numeric operands", a, b);
    require(!divides || a.type().dtype().isFloating(), kind, "floating operands", a, b);
    Shape shape = broadcast(kind, a, b);
    boolean truth = kind == BinaryKind.LESS || kind == BinaryKind.EQUAL;
    DType dtype = truth ? DType.BOOL : a.type().dtype();
    boolean perMember = a.type().perMember() || b.type().perMember();
    return append(new Op.Binary(kind), List.of(a, b), new TensorType(dtype, shape, perMember));
  }

  /** Chooses element-wise between two values of one type and rank. */
  public Value where(Value condition, Value ifTrue, Value ifFalse) {
    require(condition.type().dtype() == DType.BOOL, "WHERE", "a BOOL condition", condition);
    require(
        ifTrue.type().dtype() == ifFalse.type().dtype(),
        "WHERE",
        "branches of one element type",
        ifTrue,
        ifFalse);
    Shape branches = broadcast("WHERE", ifTrue, ifFalse);
    Shape shape = broadcast("WHERE", condition.shape(), branches);
    boolean perMember =
        condition.type().perMember() || ifTrue.type().perMember() || ifFalse.type().perMember();
    return append(
        new Op.Where(),
        List.of(condition, ifTrue, ifFalse),
        new TensorType(ifTrue.type().dtype(), shape, perMember));
  }

  /** Converts the element type. */
  public Value cast(Value x, DType to) {
    return x.type().dtype() == to ? x : append(new Op.Cast(to), List.of(x), x.type().as(to));
  }

  /**
   * Multiplies rows by a matrix, {@code [batch, .., n] x [n, m] -> [batch, .., m]}, or matrices of
   * rows, {@code [batch, .., l, n] x [batch, .., n, m] -> [batch, .., l, m]}; {@link DType#F32}
   * both.
   */
  public Value matmul(Value x, Value matrix) {
    require(
        x.type().dtype() == DType.F32 && matrix.type().dtype() == DType.F32,
        "MATMUL",
        "F32 operands",
        x,
        matrix);
    boolean rows = x.shape().rank() >= 2 && matrix.shape().rank() == 2 && !matrix.shape().batched();
    boolean alike =
        x.shape().rank() >= 3
            && x.shape().batched()
            && x.shape().rank() == matrix.shape().rank()
            && x.shape().with(-2, 1).with(-1, 1).equals(matrix.shape().with(-2, 1).with(-1, 1));
    require(
        rows || alike,
        "MATMUL",
        "rows and a matrix without a batch axis, or rows of matrices in equal number",
        x,
        matrix);
    require(x.shape().dim(-1) == matrix.shape().dim(-2), "MATMUL", "equal inner sizes", x, matrix);
    return append(
        new Op.MatMul(),
        List.of(x, matrix),
        new TensorType(
            DType.F32, x.shape().with(-1, matrix.shape().dim(-1)), eitherPerMember(x, matrix)));
  }

  /**
   * Slides filters over images: {@code [batch, c, h, w], [f, c / groups, rows, columns] -> [batch,
   * f, h', w']}; {@link DType#F32} both. The sizes of the spans are those of the filters.
   */
  public Value convolution(Value images, Value filters, Span rows, Span columns, int groups) {
    require(
        isImages(images)
            && filters.type().dtype() == DType.F32
            && filters.shape().rank() == 4
            && !filters.shape().batched(),
        "CONVOLUTION",
        "F32 images [batch, c, h, w] and filters without a batch axis",
        images,
        filters);
    long count = filters.shape().dim(0);
    require(
        groups >= 1
            && count % groups == 0
            && Math.multiplyExact(filters.shape().dim(1), groups) == images.shape().dim(1)
            && filters.shape().dim(2) == rows.size()
            && filters.shape().dim(3) == columns.size(),
        "CONVOLUTION",
        "filters of "
            + rows.size()
            + " x "
            + columns.size()
            + " over 1 of "
            + groups
            + " equal groups of channels",
        images,
        filters);
    Shape shape = slid("CONVOLUTION", images, rows, columns).with(1, count);
    return append(
        new Op.Convolution(rows, columns, groups),
        List.of(images, filters),
        new TensorType(DType.F32, shape, eitherPerMember(images, filters)));
  }

  /**
   * Reduces each position of a window over images: {@code [batch, c, h, w] -> [batch, c, h', w']},
   * by {@link ReduceKind#MAX} or {@link ReduceKind#MEAN}; {@link DType#F32}. The padding is at most
   * half the window, and there is no dilation.
   */
  public Value pool(ReduceKind kind, Value images, Span rows, Span columns) {
    require(isImages(images), "POOL", "F32 images [batch, c, h, w]", images);
    require(kind != ReduceKind.SUM, "POOL", "MAX or MEAN, not SUM", images);
    for (Span span : List.of(rows, columns)) {
      require(
          2L * span.padding() <= span.size() && span.dilation() == 1,
          "POOL",
          "a padding of at most half the window and no dilation, not " + span,
          images);
    }
    return append(
        new Op.Pool(kind, rows, columns),
        List.of(images),
        images.type().as(slid("POOL", images, rows, columns)));
  }

  /** Reduces one axis of floating values to size 1; it is negative and never the batch. */
  public Value reduce(ReduceKind kind, Value x, int axis) {
    require(x.type().dtype().isFloating(), kind, "a floating operand", x);
    requireRowAxis(kind, x, axis);
    return append(new Op.Reduce(kind, axis), List.of(x), x.type().as(x.shape().with(axis, 1)));
  }

  /** Normalises exponentials of floating values along the last axis. */
  public Value softmax(Value x) {
    require(x.type().dtype().isFloating(), "SOFTMAX", "a floating operand", x);
    requireRowAxis("SOFTMAX", x, -1);
    return append(new Op.Softmax(), List.of(x), x.type());
  }

  /** Returns the logarithm of {@link #softmax}. */
  public Value logSoftmax(Value x) {
    require(x.type().dtype().isFloating(), "LOG_SOFTMAX", "a floating operand", x);
    requireRowAxis("LOG_SOFTMAX", x, -1);
    return append(new Op.LogSoftmax(), List.of(x), x.type());
  }

  /** Gives each row new dimensions with as many elements. */
  public Value reshapeRows(Value x, long... rowDims) {
    Shape to = Shape.rows(rowDims);
    require(
        x.shape().batched() && x.shape().elements() == to.elements(),
        "RESHAPE",
        "rows with as many elements as " + to,
        x);
    return append(new Op.Reshape(to), List.of(x), x.type().as(to));
  }

  /** Swaps two axes; both are negative and never the batch. */
  public Value transpose(Value x, int first, int second) {
    requireRowAxis("TRANSPOSE", x, first);
    requireRowAxis("TRANSPOSE", x, second);
    Shape shape = x.shape().with(first, x.shape().dim(second)).with(second, x.shape().dim(first));
    return append(new Op.Transpose(first, second), List.of(x), x.type().as(shape));
  }

  /** Joins values along a negative axis; the other axes and the element types are equal. */
  public Value concat(int axis, List<Value> values) {
    require(!values.isEmpty(), "CONCAT", "at least one operand");
    if (values.size() == 1) {
      return values.get(0);
    }
    long total = 0;
    boolean perMember = false;
    Value first = values.get(0);
    for (Value value : values) {
      requireRowAxis("CONCAT", value, axis);
      require(
          value.type().dtype() == first.type().dtype()
              && value.shape().rank() == first.shape().rank()
              && value.shape().with(axis, 1).equals(first.shape().with(axis, 1)),
          "CONCAT",
          "operands that differ only in axis " + axis,
          first,
          value);
      total = Math.addExact(total, value.shape().dim(axis));
      perMember |= value.type().perMember();
    }
    return append(
        new Op.Concat(axis),
        values,
        new TensorType(first.type().dtype(), first.shape().with(axis, total), perMember));
  }

  /** Cuts a range out of a negative axis. */
  public Value slice(Value x, int axis, long start, long length) {
    requireRowAxis("SLICE", x, axis);
    require(
        start >= 0 && length >= 1 && length <= x.shape().dim(axis) - start,
        "SLICE",
        "a range within axis " + axis + ", not " + start + " + " + length,
        x);
    return append(
        new Op.Slice(axis, start, length), List.of(x), x.type().as(x.shape().with(axis, length)));
  }

  /** Looks up rows of a table: {@code table [v, d], indices [batch, .., 1] -> [batch, .., d]}. */
  public Value embedding(Value table, Value indices) {
    require(
        table.type().dtype() == DType.F32
            && table.shape().rank() == 2
            && !table.shape().batched()
            && indices.type().dtype() == DType.I64
            && indices.shape().batched()
            && indices.shape().rank() >= 2
            && indices.shape().dim(-1) == 1,
        "EMBEDDING",
        "an F32 table [v, d] and I64 indices [batch, .., 1]",
        table,
        indices);
    return append(
        new Op.Embedding(),
        List.of(table, indices),
        new TensorType(
            DType.F32,
            indices.shape().with(-1, table.shape().dim(1)),
            eitherPerMember(table, indices)));
  }

  /** Encodes codes: {@code [batch, 1] -> [batch, depth]} of 0 and 1. */
  public Value oneHot(Value codes, long depth) {
    require(
        codes.type().dtype() == DType.I64 && codes.shape().equals(Shape.rows(1)),
        "ONE_HOT",
        "I64 codes [batch, 1]",
        codes);
    return append(
        new Op.OneHot(depth),
        List.of(codes),
        new TensorType(DType.F32, Shape.rows(depth), codes.type().perMember()));
  }

  /** Zeroes floating elements at random while training; does nothing otherwise. */
  public Value dropout(Value x, double rate) {
    require(x.type().dtype().isFloating(), "DROPOUT", "a floating operand", x);
    require(rate >= 0 && rate < 1, "DROPOUT", "a rate in [0, 1), not " + rate, x);
    return rate == 0 ? x : append(new Op.Dropout(rate), List.of(x), x.type());
  }

  /** Averages floating values over the ensemble members. */
  public Value memberMean(Value x) {
    require(
        x.type().perMember() && x.type().dtype().isFloating(),
        "MEMBER_MEAN",
        "a floating value per member",
        x);
    return append(
        new Op.MemberMean(), List.of(x), new TensorType(x.type().dtype(), x.shape(), false));
  }

  /** Names a result; the name is new. */
  public GraphBuilder output(String name, Value value) {
    requireOwn(value);
    if (outputs.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("The graph has two outputs named (" + name + ").");
    }
    return this;
  }

  /** Returns the graph written so far. */
  public Graph build() {
    return new Graph(nodes, List.copyOf(parameters.values()), outputs);
  }

  private Value append(Op op, List<Value> inputs, TensorType type) {
    inputs.forEach(this::requireOwn);
    Value value = new Value(nodes.size(), type);
    nodes.add(new Node(value, op, inputs));
    return value;
  }

  private void requireOwn(Value value) {
    boolean own = value.id() < nodes.size() && nodes.get(value.id()).output().equals(value);
    if (!own) {
      throw new IllegalArgumentException("The operand " + value + " is of another graph.");
    }
  }

  private static Shape broadcast(Object op, Value a, Value b) {
    return broadcast(op, a.shape(), b.shape());
  }

  private static Shape broadcast(Object op, Shape a, Shape b) {
    boolean fits = a.rank() == b.rank();
    long[] dims = a.dims();
    for (int i = 0; fits && i < dims.length; i++) {
      long other = b.dim(i);
      fits = dims[i] == other || dims[i] == 1 || other == 1;
      dims[i] = dims[i] == 1 ? other : dims[i];
    }
    if (!fits) {
      throw new IllegalArgumentException(
          op
              + " needs operands of equal rank whose axes are equal or 1, got "
              + a
              + " and "
              + b
              + ".");
    }
    return dims.length > 0 && dims[0] == Shape.BATCH
        ? Shape.rows(java.util.Arrays.copyOfRange(dims, 1, dims.length))
        : Shape.of(dims);
  }

  private static boolean eitherPerMember(Value a, Value b) {
    return a.type().perMember() || b.type().perMember();
  }

  private static boolean isImages(Value x) {
    return x.type().dtype() == DType.F32 && x.shape().rank() == 4 && x.shape().batched();
  }

  /** Returns the images' shape with the numbers of positions as height and width. */
  private static Shape slid(String op, Value images, Span rows, Span columns) {
    long height = rows.positions(images.shape().dim(2));
    long width = columns.positions(images.shape().dim(3));
    require(
        height >= 1 && width >= 1,
        op,
        "a window that fits: it reaches over " + rows.reach() + " x " + columns.reach(),
        images);
    return images.shape().with(2, height).with(3, width);
  }

  private static void requireRowAxis(Object op, Value x, int axis) {
    int rowAxes = x.shape().rank() - (x.shape().batched() ? 1 : 0);
    require(axis < 0 && -axis <= rowAxes, op, "a negative axis within a row, not " + axis, x);
  }

  private static void require(boolean holds, Object op, String rule, Value... got) {
    if (!holds) {
      StringBuilder text = new StringBuilder(op + " needs " + rule);
      for (int i = 0; i < got.length; i++) {
        text.append(i == 0 ? ", got " : " and ").append(got[i].type());
      }
      throw new IllegalArgumentException(text.append('.').toString());
    }
  }
}
