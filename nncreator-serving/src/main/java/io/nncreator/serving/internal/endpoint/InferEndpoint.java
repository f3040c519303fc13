// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.endpoint;

import io.nncreator.serving.internal.http.Endpoint;
import io.nncreator.serving.internal.http.Exchange;
import io.nncreator.serving.internal.model.ServedModel;
import io.nncreator.serving.internal.oip.OipAnswer;
import io.nncreator.serving.internal.oip.OipRows;
import io.nncreator.serving.internal.problem.Refusal;
import io.nncreator.serving.internal.request.Rows;
import io.nncreator.serving.internal.request.TensorBody;

/** {@code POST /v2/models/ID/infer}. */
final class InferEndpoint implements Endpoint {
  private final ModelRuns runs;
  private final int mostRows;

  InferEndpoint(ModelRuns runs, int mostRows) {
    this.runs = runs;
    this.mostRows = mostRows;
  }

  @Override
  public void handle(Exchange exchange) {
    runs.requireOpen();
    ServedModel model = runs.model();
    TensorBody body = body(exchange);
    OipAnswer.require(model, body.outputs());
    Rows rows = OipRows.of(body, model.columns(), mostRows);
    runs.submit(
        exchange, rows, (answers, first) -> OipAnswer.of(model, answers, first, rows.size(), body));
  }

  private static TensorBody body(Exchange exchange) {
    byte[] bytes = exchange.body();
    String length = exchange.header("inference-header-content-length");
    if (length == null) {
      return TensorBody.read(bytes);
    }
    if (!length.matches("[0-9]{1,9}") || Integer.parseInt(length) > bytes.length) {
      throw new Refusal(
          400, "Inference-Header-Content-Length must be the number of bytes of JSON in the body.");
    }
    return TensorBody.read(bytes, Integer.parseInt(length));
  }
}
