// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import io.nncreator.api.network.NetworkAssembly;
import io.nncreator.runtime.bundle.NetworkBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The text of {@code model.py}: a fixed frame with the classes of one network in it. */
final class PythonModule {
  private static final String FRAME = "/io/nncreator/runtime/export/model.py";

  private PythonModule() {}

  static String of(NetworkBundle bundle) {
    NetworkAssembly network = bundle.model().network();
    PythonBody body = new PythonBody(network);
    return frame()
        .replace("#{layers}", String.join("\n\n\n", body.definitions()))
        .replace("#{network}", network(network, body, bundle.weights().members()));
  }

  private static String network(NetworkAssembly network, PythonBody body, int members) {
    List<String> tables = new ArrayList<>();
    for (int codes : network.layout().cardinalities()) {
      tables.add("(" + codes + ", " + Math.min(network.body().embeddingWidth(), codes) + ")");
    }
    return """
        #{body}


        class Network(nn.Module):
            \"""Several networks side by side, whose answers are averaged.\"""

            def __init__(self, members=#{members}):
                super().__init__()
                self.stem = Stem(members, [#{tables}])
                self.body = Body(members)
                self.head = Linear(members, #{width}, #{outputs})

            def forward(self, numeric, codes):
                \"""Returns the raw outputs [members, rows, #{outputs}].\"""
                return self.head(self.body(self.stem(numeric, codes)))


        # Tensors whose names cannot be those of attributes.
        RENAMED = #{renamed}"""
        .replace("#{body}", body.code())
        .replace("#{members}", String.valueOf(members))
        .replace("#{tables}", String.join(", ", tables))
        .replace("#{width}", String.valueOf(body.width()))
        .replace("#{outputs}", String.valueOf(network.outputs()))
        .replace("#{renamed}", dictionary(body.renamed()));
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
