// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.endpoint;

import io.nncreator.serving.internal.answer.Answer;
import io.nncreator.serving.internal.answer.ModelInfoJson;
import io.nncreator.serving.internal.answer.OpenApiJson;
import io.nncreator.serving.internal.batch.Batcher;
import io.nncreator.serving.internal.http.Endpoint;
import io.nncreator.serving.internal.http.HttpLimits;
import io.nncreator.serving.internal.http.Route;
import io.nncreator.serving.internal.lifecycle.Lifecycle;
import io.nncreator.serving.internal.metrics.ServingMetrics;
import io.nncreator.serving.internal.model.ServedModel;
import io.nncreator.serving.internal.oip.OipMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All paths of a server whose network is loaded. */
public final class ModelEndpoints {
  private ModelEndpoints() {}

  /**
   * Returns the paths.
   *
   * @param mostRows largest number of rows of a request
   * @param server name and version of the server
   */
  public static List<Route> routes(
      ServedModel model,
      Batcher batcher,
      Lifecycle lifecycle,
      ServingMetrics metrics,
      HttpLimits limits,
      int mostRows,
      String server) {
    ModelRuns runs = new ModelRuns(model, batcher, lifecycle, metrics, limits.answer().toNanos());
    HealthEndpoints health = new HealthEndpoints(lifecycle);
    List<Route> routes = new ArrayList<>(health.routes());
    routes.add(post("/predict", "Answers rows", new PredictEndpoint(runs, mostRows)));
    Map<String, Long> stated = new LinkedHashMap<>();
    stated.put("bodyBytes", (long) limits.bodyBytes());
    stated.put("rows", (long) mostRows);
    stated.put("answerMillis", limits.answer().toMillis());
    routes.add(document("/model-info", "What the network is", ModelInfoJson.of(model, stated)));
    routes.add(
        get("/metrics", "Metrics as text", new MetricsEndpoint(metrics, lifecycle, batcher, runs)));
    oip(routes, runs, health, mostRows, server);
    Map<String, String> paths = new LinkedHashMap<>();
    routes.forEach(route -> paths.put(route.path(), route.method() + " " + route.summary()));
    routes.add(document("/openapi.json", "This document", OpenApiJson.of(model, paths)));
    return routes;
  }

  private static void oip(
      List<Route> routes, ModelRuns runs, HealthEndpoints health, int mostRows, String server) {
    ServedModel model = runs.model();
    routes.add(document("/v2", "What the server is", OipMetadata.server(server)));
    String plain = "/v2/models/" + model.id();
    for (String place : List.of(plain, plain + "/versions/" + model.version())) {
      routes.add(document(place, "What the model is", OipMetadata.model(model)));
      routes.add(
          new Route(
              "GET", place + "/ready", "Whether the model wants requests", false, health::ready));
      routes.add(post(place + "/infer", "Answers tensors", new InferEndpoint(runs, mostRows)));
    }
  }

  private static Route document(String path, String summary, byte[] body) {
    return get(path, summary, exchange -> exchange.answer(Answer.json(body)));
  }

  private static Route get(String path, String summary, Endpoint endpoint) {
    return new Route("GET", path, summary, true, endpoint);
  }

  private static Route post(String path, String summary, Endpoint endpoint) {
    return new Route("POST", path, summary, true, endpoint);
  }
}
