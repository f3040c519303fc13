// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.endpoint;

import io.nncreator.serving.internal.answer.Answer;
import io.nncreator.serving.internal.answer.PredictionCsv;
import io.nncreator.serving.internal.answer.PredictionJson;
import io.nncreator.serving.internal.http.Endpoint;
import io.nncreator.serving.internal.http.Exchange;
import io.nncreator.serving.internal.model.ServedModel;
import io.nncreator.serving.internal.problem.Refusal;
import io.nncreator.serving.internal.request.CsvRows;
import io.nncreator.serving.internal.request.JsonRows;
import io.nncreator.serving.internal.request.RawRows;
import io.nncreator.serving.internal.request.Rows;
import java.util.List;

/** {@code POST /predict}. */
final class PredictEndpoint implements Endpoint {
  private final ModelRuns runs;
  private final List<String> columns;
  private final int mostRows;
  private final JsonRows json;

  PredictEndpoint(ModelRuns runs, int mostRows) {
    this.runs = runs;
    this.columns = runs.model().columns().stream().map(column -> column.name()).toList();
    this.mostRows = mostRows;
    this.json = new JsonRows(columns, mostRows);
  }

  @Override
  public void handle(Exchange exchange) {
    runs.requireOpen();
    ServedModel model = runs.model();
    Rows rows = rows(exchange);
    boolean csv = Accepted.csv(exchange.header("accept"));
    runs.submit(
        exchange,
        rows,
        (answers, first) ->
            csv
                ? new Answer(200, PredictionCsv.TYPE, PredictionCsv.of(answers, first, rows.size()))
                : Answer.json(PredictionJson.of(model, answers, first, rows.size())));
  }

  private Rows rows(Exchange exchange) {
    String type = exchange.mediaType();
    if (type == null || type.equals("application/json")) {
      return json.read(exchange.body());
    }
    if (type.equals("text/csv")) {
      return CsvRows.read(exchange.body(), mostRows);
    }
    boolean numbers = runs.model().numbersOnly();
    if (type.equals("application/octet-stream") && numbers) {
      return RawRows.read(exchange.body(), columns, mostRows);
    }
    throw new Refusal(
        415,
        "The body must be application/json or text/csv"
            + (numbers
                ? " or application/octet-stream."
                : "; raw numbers are read only where every column is a number."));
  }
}
