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
    if (exchange.header("inference-header-content-length") != null) {
      throw new Refusal(415, "Binary tensors are not read. Maybe send the data as JSON.");
    }
    ServedModel model = runs.model();
    TensorBody body = TensorBody.read(exchange.body());
    OipAnswer.require(model, body.outputs());
    Rows rows = OipRows.of(body, model.columns(), mostRows);
    runs.submit(
        exchange,
        rows,
        (answers, first) ->
            OipAnswer.of(model, answers, first, rows.size(), body.id(), body.outputs()));
  }
}
