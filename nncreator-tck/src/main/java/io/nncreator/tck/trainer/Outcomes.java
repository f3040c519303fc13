// SPDX-License-Identifier: Apache-2.0
package io.nncreator.tck.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nncreator.api.graph.GraphBuilder;
import io.nncreator.api.graph.ParameterSpec;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import io.nncreator.api.training.Member;
import io.nncreator.api.training.MemberResult;
import io.nncreator.api.training.TrainingRequest;
import io.nncreator.api.training.TrainingResult;
import io.nncreator.tck.reference.LossGraph;
import io.nncreator.tck.reference.ReferenceInterpreter;
import io.nncreator.tck.reference.ReferenceTensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What must hold of results, with the numbers in the failure's text. */
final class Outcomes {
  private Outcomes() {}

  /** Every result has finite weights in the network's form and says the truth about them. */
  static void requireTrue(TrainingRequest request, TrainingResult result) {
    assertThat(result.weights().members()).isEqualTo(request.members().size());
    assertThat(result.members()).hasSameSizeAs(request.members());
    assertThat(List.copyOf(result.weights().tensors().keySet()))
        .isEqualTo(parameters(request).stream().map(ParameterSpec::name).toList());
    assertThat(result.weights().finite()).as("weights are finite").isTrue();
    for (int k = 0; k < request.members().size(); k++) {
      requireTrueValidation(request, result, k);
    }
  }

  private static void requireTrueValidation(TrainingRequest request, TrainingResult result, int k) {
    Member member = request.members().get(k);
    MemberResult stated = result.members().get(k);
    int rows = member.validationRows().length;
    assertThat(stated.validationOutputs()).hasSize(rows * request.network().outputs());
    if (rows == 0) {
      assertThat(stated.validationLoss()).isNaN();
      return;
    }
    Map<String, ReferenceTensor> computed =
        ReferenceInterpreter.run(
            LossGraph.of(request.network(), request.recipe().loss()),
            result.weights().select(k),
            LossGraph.inputs(request.rows(), member.validationRows()));
    double[] outputs = values(computed, LossGraph.OUTPUTS);
    for (int i = 0; i < outputs.length; i++) {
      assertThat((double) stated.validationOutputs()[i])
          .as("output %s of member %s for its validation rows", i, k)
          .isCloseTo(outputs[i], within(1e-5 * Math.max(1, Math.abs(outputs[i]))));
    }
    double loss = Arrays.stream(values(computed, LossGraph.JUDGED)).average().orElseThrow();
    assertThat(stated.validationLoss())
        .as("validation loss of member %s", k)
        .isCloseTo(loss, within(1e-5 * Math.max(1, Math.abs(loss))));
  }

  /** Weights are equal up to rounding, relative to 1 or the weight, whichever is larger. */
  static void requireClose(Weights actual, Weights expected, double tolerance) {
    assertThat(actual.tensors().keySet()).isEqualTo(expected.tensors().keySet());
    expected
        .tensors()
        .forEach(
            (name, tensor) -> {
              float[] wanted = tensor.floats();
              float[] got = floats(actual, name);
              assertThat(got).as(name).hasSameSizeAs(wanted);
              for (int i = 0; i < wanted.length; i++) {
                assertThat((double) got[i])
                    .as("element %s of %s", i, name)
                    .isCloseTo(
                        wanted[i], within(tolerance * Math.max(1, Math.abs((double) wanted[i]))));
              }
            });
  }

  /** Results are equal bit by bit; the checkpoint, which is the trainer's own, is left out. */
  static void requireSame(TrainingResult actual, TrainingResult expected) {
    assertThat(actual.weights()).isEqualTo(expected.weights());
    assertThat(actual.members()).hasSameSizeAs(expected.members());
    for (int k = 0; k < expected.members().size(); k++) {
      MemberResult got = actual.members().get(k);
      MemberResult wanted = expected.members().get(k);
      assertThat(got.status()).isEqualTo(wanted.status());
      assertThat(got.bestEpoch()).isEqualTo(wanted.bestEpoch());
      assertThat(got.validationLoss()).isEqualTo(wanted.validationLoss());
      assertThat(got.validationOutputs()).isEqualTo(wanted.validationOutputs());
    }
  }

  static List<ParameterSpec> parameters(TrainingRequest request) {
    GraphBuilder graph = new GraphBuilder();
    graph.output(LossGraph.OUTPUTS, request.network().lower(graph, true));
    return graph.build().parameters();
  }

  static float[] floats(Weights weights, String name) {
    Tensor tensor = weights.tensors().get(name);
    if (tensor == null) {
      throw new AssertionError("There are no weights " + name + ".");
    }
    return tensor.floats();
  }

  private static double[] values(Map<String, ReferenceTensor> outputs, String name) {
    ReferenceTensor tensor = outputs.get(name);
    return tensor == null ? new double[0] : tensor.values();
  }
}
