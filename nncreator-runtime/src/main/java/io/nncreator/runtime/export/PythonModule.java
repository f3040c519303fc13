// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import io.nncreator.api.network.Ensemble;
import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.runtime.bundle.NetworkBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The text of {@code model.py}: a fixed frame with the classes of one network in it. */
final class PythonModule {
  private static final String FRAME = "/io/nncreator/runtime/export/model.py";

  private static final String RENAMED =
      """



      # Tensors whose names cannot be those of attributes.
      RENAMED = #{renamed}""";

  private PythonModule() {}

  static String of(NetworkBundle bundle) {
    Ensemble networks = bundle.model().networks();
    List<PythonBody> bodies = new ArrayList<>();
    for (int i = 0; i < networks.parts().size(); i++) {
      String type = networks.parts().size() == 1 ? "Body" : "Body" + i;
      NetworkAssembly network = networks.parts().get(i).network();
      bodies.add(new PythonBody(network, type, networks.prefix(i) + "body."));
    }
    Set<String> layers = new LinkedHashSet<>();
    Map<String, String> renamed = new LinkedHashMap<>();
    for (PythonBody body : bodies) {
      layers.addAll(body.definitions());
      renamed.putAll(body.renamed());
    }
    String members = String.valueOf(bundle.weights().members());
    String network =
        bodies.size() == 1 ? single(networks, bodies.get(0)) : average(networks, bodies);
    return frame()
        .replace("#{layers}", String.join("\n\n\n", layers))
        .replace("#{network}", network + RENAMED)
        .replace("#{members}", members)
        .replace("#{outputs}", String.valueOf(networks.outputs()))
        .replace("#{renamed}", dictionary(renamed));
  }

  private static String single(Ensemble networks, PythonBody body) {
    return """
        #{body}


        class Network(nn.Module):
            \"""Several networks side by side, whose answers are averaged.\"""

            def __init__(self, members=#{members}):
                super().__init__()
                self.stem = Stem(members, [#{tables}])
                self.body = Body(members)
                self.head = #{head}

            def forward(self, numeric, codes):
                \"""Returns the raw outputs [members, rows, #{outputs}].\"""
                return self.head(self.body(self.stem(numeric, codes)))"""
        .replace("#{body}", body.code())
        .replace("#{tables}", tables(networks.parts().get(0).network()))
        .replace("#{head}", body.head());
  }

  private static String average(Ensemble networks, List<PythonBody> bodies) {
    StringBuilder code = new StringBuilder();
    StringBuilder parts = new StringBuilder();
    StringBuilder sum = new StringBuilder();
    for (int i = 0; i < bodies.size(); i++) {
      Ensemble.Part part = networks.parts().get(i);
      code.append(bodies.get(i).code()).append("\n\n\n");
      parts
          .append("\n        self.part" + i + " = Part(\n            members, [")
          .append(tables(part.network()))
          .append("], Body" + i + "(members), " + bodies.get(i).head())
          .append("\n        )");
      // The share as the graph has it: a 32-bit number.
      sum.append("\n        " + (i == 0 ? "total = " : "total = total + "))
          .append("self.part" + i + "(numeric, codes) * " + (float) part.share());
    }
    return code
        + """
        class Part(nn.Module):
            \"""One network of the average.\"""

            def __init__(self, members, tables, body, head):
                super().__init__()
                self.stem = Stem(members, tables)
                self.body = body
                self.head = head

            def forward(self, numeric, codes):
                return self.head(self.body(self.stem(numeric, codes)))


        class Network(nn.Module):
            \"""Networks of several kinds, each of them several side by side, averaged.\"""

            def __init__(self, members=#{members}):
                super().__init__()#{parts}

            def forward(self, numeric, codes):
                \"""Returns the raw outputs [members, rows, #{outputs}].\"""#{sum}
                return total"""
            .replace("#{parts}", parts)
            .replace("#{sum}", sum);
  }

  private static String tables(NetworkAssembly network) {
    List<String> tables = new ArrayList<>();
    for (int codes : network.layout().cardinalities()) {
      tables.add("(" + codes + ", " + Math.min(network.body().embeddingWidth(), codes) + ")");
    }
    return String.join(", ", tables);
  }

  private static String dictionary(Map<String, String> names) {
    StringBuilder text = new StringBuilder("{");
    names.forEach(
        (from, to) ->
            text.append("\n    ")
                .append(PythonText.literal(from))
                .append(": ")
                .append(PythonText.literal(to))
                .append(','));
    return text.append(names.isEmpty() ? "}" : "\n}").toString();
  }

  private static String frame() {
    try (InputStream in =
        Objects.requireNonNull(PythonModule.class.getResourceAsStream(FRAME), FRAME)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
