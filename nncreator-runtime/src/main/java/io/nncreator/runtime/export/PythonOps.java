// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import io.nncreator.api.graph.DType;
import io.nncreator.api.graph.Node;
import io.nncreator.api.graph.Op;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Shape;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A layer that is not built in: a class that does its primitive operations one after the other. */
final class PythonOps {
  private final String type;
  private final String id;
  private final String name;
  private final List<PythonValue> inputs;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final Map<Integer, String> variables = new LinkedHashMap<>();
  private final List<String> fields = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  /**
   * Begins a layer.
   *
   * @param type name of its class
   * @param id of its node
   * @param name of its module
   * @param parameters of the whole body
   */
  PythonOps(
      String type,
      String id,
      String name,
      List<ParameterSpec> parameters,
      List<PythonValue> inputs) {
    this.type = type;
    this.id = id;
    this.name = name;
    this.inputs = inputs;
    for (int i = 0; i < inputs.size(); i++) {
      variables.put(inputs.get(i).value().id(), "x" + i);
    }
    for (ParameterSpec parameter : parameters) {
      if (parameter.name().startsWith(id + ".")) {
        String attribute = "parameter" + attributes.size();
        attributes.put(parameter.name().substring(id.length() + 1), attribute);
        fields.add(
            "self."
                + attribute
                + " = nn.Parameter(torch.empty(members, "
                + Arrays.stream(parameter.shape().dims())
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(", "))
                + "))");
      }
    }
  }

  /** Writes the operations that the layer added to the graph. */
  PythonLayer layer(List<Node> added, Value output) {
    for (Node node : added) {
      String variable = "v" + statements.size();
      statements.add(variable + " = " + expression(node));
      variables.put(node.output().id(), variable);
    }
    String arguments =
        IntStream.range(0, inputs.size()).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
    StringBuilder code = new StringBuilder("class " + type + "(nn.Module):\n");
    code.append("    \"\"\"A layer in primitive operations.\"\"\"\n\n");
    code.append("    def __init__(self, members):\n        super().__init__()\n");
    fields.forEach(field -> code.append("        ").append(field).append('\n'));
    code.append("\n    def forward(self, ").append(arguments).append("):\n");
    statements.forEach(line -> code.append("        ").append(line).append('\n'));
    code.append("        return ").append(variable(output));
    String given = inputs.stream().map(PythonValue::name).collect(Collectors.joining(", "));
    return new PythonLayer(
        type + "(members)",
        "self." + name + "(" + given + ")",
        List.of(code.toString()),
        attributes);
  }

  private String expression(Node node) {
    List<String> x = node.inputs().stream().map(this::variable).toList();
    Op op = node.op();
    if (op instanceof Op.Parameter parameter) {
      return "self." + attributes.get(parameter.name().substring(id.length() + 1));
    }
    if (op instanceof Op.Constant constant) {
      return constant(constant.value());
    }
    if (op instanceof Op.Unary unary) {
      return unary(unary.kind(), x.get(0));
    }
    if (op instanceof Op.Binary binary) {
      return binary(binary.kind(), x.get(0), x.get(1));
    }
    if (op instanceof Op.Where) {
      return "torch.where(" + String.join(", ", x) + ")";
    }
    if (op instanceof Op.Cast cast) {
      return x.get(0) + ".to(" + type(cast.to()) + ")";
    }
    if (op instanceof Op.MatMul) {
      return "torch.matmul(" + x.get(0) + ", " + matrix(node, x.get(1)) + ")";
    }
    if (op instanceof Op.Reduce reduce) {
      String how =
          switch (reduce.kind()) {
            case SUM -> "sum";
            case MEAN -> "mean";
            case MAX -> "amax";
          };
      return x.get(0) + "." + how + "(" + reduce.axis() + ", keepdim=True)";
    }
    return shaping(node, x);
  }

  private static String shaping(Node node, List<String> x) {
    Op op = node.op();
    if (op instanceof Op.Softmax) {
      return "torch.softmax(" + x.get(0) + ", -1)";
    }
    if (op instanceof Op.LogSoftmax) {
      return "torch.log_softmax(" + x.get(0) + ", -1)";
    }
    if (op instanceof Op.Reshape reshape) {
      Value from = node.inputs().get(0);
      int lead = from.type().perMember() ? 2 : 1;
      return x.get(0)
          + ".reshape(*"
          + x.get(0)
          + ".shape[:"
          + lead
          + "], "
          + rowDims(reshape.to())
          + ")";
    }
    if (op instanceof Op.Concat concat) {
      if (concat.axis() == -1) {
        return "join([" + String.join(", ", x) + "])";
      }
      String swapped =
          x.stream()
              .map(each -> each + ".transpose(" + concat.axis() + ", -1)")
              .collect(Collectors.joining(", "));
      return "join([" + swapped + "]).transpose(" + concat.axis() + ", -1)";
    }
    if (op instanceof Op.Slice slice) {
      return x.get(0)
          + ".narrow("
          + slice.axis()
          + ", "
          + slice.start()
          + ", "
          + slice.length()
          + ")";
    }
    if (op instanceof Op.Dropout dropout) {
      return "F.dropout("
          + x.get(0)
          + ", "
          + PythonText.number(dropout.rate())
          + ", self.training)";
    }
    if (op instanceof Op.OneHot hot) {
      return "(" + x.get(0) + " == torch.arange(" + hot.depth() + ")).float()";
    }
    if (op instanceof Op.Embedding) {
      return embedding(node, x);
    }
    if (op instanceof Op.Transpose transpose) {
      return x.get(0) + ".transpose(" + transpose.first() + ", " + transpose.second() + ")";
    }
    if (op instanceof Op.Convolution convolution) {
      return PythonImages.convolution(convolution, node, x);
    }
    if (op instanceof Op.Pool pool) {
      return PythonImages.pool(pool, node, x.get(0));
    }
    if (op instanceof Op.MemberMean) {
      return x.get(0) + ".mean(0)";
    }
    throw new IllegalArgumentException("The operation " + op + " cannot stand within a layer.");
  }

  /** Gives a member's matrix as many axes as the rows have, so that members meet members. */
  private static String matrix(Node node, String name) {
    Value matrix = node.inputs().get(1);
    int missing = node.inputs().get(0).shape().rank() - matrix.shape().rank();
    return matrix.type().perMember() && missing > 0
        ? name + "[:" + ", None".repeat(missing) + "]"
        : name;
  }

  private static String embedding(Node node, List<String> x) {
    Value table = node.inputs().get(0);
    String codes = x.get(1) + "[..., 0]";
    if (!table.type().perMember()) {
      return x.get(0) + "[" + codes + "]";
    }
    return node.inputs().get(1).type().perMember()
        ? "torch.stack([table[codes] for table, codes in zip(" + x.get(0) + ", " + codes + ")])"
        : x.get(0) + "[:, " + codes + "]";
  }

  private static String unary(Op.UnaryKind kind, String x) {
    return switch (kind) {
      case NEG -> "-" + x;
      case RELU, SOFTPLUS -> "F." + kind.name().toLowerCase(Locale.ROOT) + "(" + x + ")";
      case IS_NAN -> x + ".isnan()";
      default -> "torch." + kind.name().toLowerCase(Locale.ROOT) + "(" + x + ")";
    };
  }

  private static String binary(Op.BinaryKind kind, String a, String b) {
    return switch (kind) {
      case ADD -> a + " + " + b;
      case SUB -> a + " - " + b;
      case MUL -> a + " * " + b;
      case DIV -> a + " / " + b;
      case POW -> "torch.pow(" + a + ", " + b + ")";
      case MIN -> "torch.minimum(" + a + ", " + b + ")";
      case MAX -> "torch.maximum(" + a + ", " + b + ")";
      case LESS -> a + " < " + b;
      case EQUAL -> a + " == " + b;
    };
  }

  private static String constant(Tensor tensor) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < tensor.size(); i++) {
      cells.add(
          switch (tensor.dtype()) {
            case F32 -> PythonText.number(tensor.floats()[i]);
            case F64 -> PythonText.number(tensor.doubles()[i]);
            case I64 -> Long.toString(tensor.longs()[i]);
            case BOOL -> throw new IllegalArgumentException("There is no constant of type BOOL.");
          });
    }
    String shape =
        Arrays.stream(tensor.dims()).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    return "torch.tensor(["
        + String.join(", ", cells)
        + "], dtype="
        + type(tensor.dtype())
        + ").reshape("
        + shape
        + ")";
  }

  private static String type(DType dtype) {
    return switch (dtype) {
      case F32 -> "torch.float32";
      case F64 -> "torch.float64";
      case I64 -> "torch.int64";
      case BOOL -> "torch.bool";
    };
  }

  private static String rowDims(Shape rows) {
    return Arrays.stream(rows.dims())
        .skip(1)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private String variable(Value value) {
    String known = variables.get(value.id());
    if (known == null) {
      throw new IllegalArgumentException(
          "The layer (" + id + ") uses a value that is not one of its inputs.");
    }
    return known;
  }
}
