// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ServingException;
import io.nncreator.serving.Wire.Reply;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A server")
class ServingServerTest {
  private static ServingServer server;
  private static ServingServer regression;

  @BeforeAll
  static void start() {
    server = ServingServer.builder().bundle(Fixtures.bundle("port-1")).port(0).start();
    regression = ServingServer.builder().bundle(Fixtures.bundle("price-1")).port(0).start();
  }

  @AfterAll
  static void stop() {
    server.close();
    regression.close();
  }

  @Test
  @DisplayName("answers objects and lists as the network does")
  void rows() throws IOException {
    Reply reply = Wire.post(server, "/predict", Fixtures.instances(Fixtures.ROW, Fixtures.LIST));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
    String answer = "{\"label\":\"Queens`town|\",\"probability\":0.4292505";
    assertThat(reply.body()).startsWith("{\"predictions\":[" + answer);
    assertThat(reply.body().split("0.4292505", -1)).hasSize(5);
    assertThat(reply.body()).endsWith("],\"model\":\"port-1\",\"version\":\"1\"}");
  }

  @Test
  @DisplayName("answers numbers")
  void value() throws IOException {
    Reply reply = Wire.post(regression, "/predict", Fixtures.instances(Fixtures.ROW));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).matches("\\{\"predictions\":\\[\\{\"value\":-?[0-9.E]+}],.*");
  }

  @Test
  @DisplayName("answers comma-separated text as the same rows in JSON")
  void csv() throws IOException {
    String csv =
        "sex,age,fare,alone,cabin class,boarded\r\n\"male\",22,7.25,true,3,1912-12-17T16:00\r\n";
    Reply reply = Wire.post(server, "/predict", csv, "Content-Type: text/csv; charset=utf-8");
    Reply json = Wire.post(server, "/predict", Fixtures.instances(Fixtures.ROW));
    assertThat(reply.body()).isEqualTo(json.body());
  }

  @Test
  @DisplayName("answers in comma-separated text who asks for it")
  void csvAnswers() throws IOException {
    String body = Fixtures.instances(Fixtures.ROW, Fixtures.LIST);
    Reply reply = Wire.post(server, "/predict", body, "Accept: text/csv");
    assertThat(reply.header("content-type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(reply.body().lines())
        .hasSize(3)
        .startsWith("prediction,p_Cherbourg,p_Queens`town|,p_Southampton");
    assertThat(reply.body().lines().skip(1))
        .allMatch(line -> line.matches("Queens`town\\|(,[0-9.E-]+){3}"));
    Reply number =
        Wire.post(regression, "/predict", Fixtures.instances(Fixtures.ROW), "Accept: text/csv");
    assertThat(number.body()).matches("prediction\n-?[0-9.E]+\n");
  }

  @Test
  @DisplayName("answers as before once the network has proved to be quick")
  void quick() throws IOException {
    byte[] good = Wire.request("POST", "/predict", Fixtures.instances(Fixtures.ROW));
    byte[] bad = Wire.request("POST", "/predict", Fixtures.instances("{\"age\":1}"));
    try (Wire wire = new Wire(server)) {
      wire.send(good);
      String body = wire.reply().body();
      for (int i = 0; i < 300; i++) {
        wire.send(good);
        assertThat(wire.reply().body()).isEqualTo(body);
      }
      wire.send(bad);
      assertThat(wire.reply().status()).isEqualTo(400);
      wire.send(good);
      assertThat(wire.reply().body()).isEqualTo(body);
    }
  }

  @Test
  @DisplayName("notes cells unlike those of the training data")
  void notes() throws IOException {
    String row = Fixtures.ROW.replace("22", "300").replace("male", "other");
    Reply reply = Wire.post(server, "/predict", Fixtures.instances(row));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("\"notes\":[").contains("age").contains("sex");
  }

  @Test
  @DisplayName("answers no rows with no answers")
  void none() throws IOException {
    Reply reply = Wire.post(server, "/predict", Fixtures.instances());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).startsWith("{\"predictions\":[]");
  }

  @Test
  @DisplayName("names every cell that cannot be used")
  void problems() throws IOException {
    String wrong = Fixtures.ROW.replace("22", "\"old\"").replace("true", "7");
    String lacking = "{\"age\":1}";
    Reply reply = Wire.post(server, "/predict", Fixtures.instances(Fixtures.ROW, wrong, lacking));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.body())
        .contains("\"pointer\":\"/instances/1/age\",\"field\":\"age\",\"code\":\"NNC-ROW-002\"")
        .contains("\"pointer\":\"/instances/1/alone\"")
        .contains("\"pointer\":\"/instances/2/cabin class\"")
        .contains("\"code\":\"NNC-ROW-001\"")
        .contains("\"error\":\"7 cells cannot be used.\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"instances\":1}",
        "{\"instances\":[1]}",
        "{\"instances\":[[1,2]]}",
        "{\"instances\":[]} x",
        "{\"instances\":[],\"instances\":[]}",
        "{\"instances\":[],\"more\":1}",
        "{\"instances\":[{\"age\":NaN}]}",
        "{\"instances\":[{\"age\":1e400}]}",
        "{\"instances\":[{\"age\":\"1e400\"}]}",
        "{\"instances\":[{\"age\":{}}]}",
        "{\"instances\":[{\"age\":1,\"age\":2}]}"
      })
  @DisplayName("refuses what is not rows")
  void malformed(String body) throws IOException {
    Reply reply = Wire.post(server, "/predict", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("\"error\":").doesNotContain("jackson");
  }

  @Test
  @DisplayName("refuses deep nesting and endless numbers")
  void limits() throws IOException {
    String deep = "[".repeat(30_000);
    assertThat(Wire.post(server, "/predict", deep).status()).isEqualTo(400);
    String within = "{\"instances\":" + deep;
    assertThat(Wire.post(server, "/predict", within).status()).isEqualTo(400);
    String number = Fixtures.ROW.replace("22", "1".repeat(200));
    assertThat(Wire.post(server, "/predict", Fixtures.instances(number)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "application/octet-stream, 415",
    "application/x-www-form-urlencoded, 415",
    "application/json;charset=utf-8, 200"
  })
  @DisplayName("reads the types of body that it can")
  void types(String type, int status) throws IOException {
    String body = Fixtures.instances(Fixtures.ROW);
    assertThat(Wire.post(server, "/predict", body, "Content-Type: " + type).status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404",
    "GET, /predict, 405",
    "DELETE, /health, 405",
    "POST, /health, 405",
    "GET, /health?x=1, 200",
    "HEAD, /health, 200",
    "GET, /v2/models/other/ready, 404",
    "GET, /../../etc/passwd, 404"
  })
  @DisplayName("knows its paths and methods")
  void paths(String method, String path, int status) throws IOException {
    try (Wire wire = new Wire(server)) {
      wire.send(Wire.request(method, path, ""));
      assertThat(wire.head().status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/live",
        "/health/ready",
        "/v2/health/live",
        "/v2/health/ready",
        "/v2",
        "/v2/models/port-1",
        "/v2/models/port-1/ready",
        "/v2/models/port-1/versions/1",
        "/model-info",
        "/metrics",
        "/openapi.json"
      })
  @DisplayName("tells about itself and its network")
  void documents(String path) throws IOException {
    Reply reply = Wire.get(server, path);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isNotEmpty();
  }

  @Test
  @DisplayName("tells where the network comes from and how good it is")
  void info() throws IOException {
    String body = Wire.get(server, "/model-info").body();
    assertThat(body)
        .contains("\"id\":\"port-1\"")
        .contains("\"sha256\":\"dfd484fd035d8d714f7381432044699b3e3e267ff97aa53e093187a8f7adda88\"")
        .contains("\"metric\":\"accuracy\"")
        .contains("\"classes\":[\"Cherbourg\",\"Queens`town|\",\"Southampton\"]");
  }

  @Test
  @DisplayName("answers tensors of the Open Inference Protocol")
  void tensors() throws IOException {
    String body =
        """
        {"id":"7","inputs":[
        {"name":"age","shape":[2],"datatype":"FP64","data":[22,null]},
        {"name":"fare","shape":[2,1],"datatype":"FP32","data":[[7.25],[71.28]]},
        {"name":"alone","shape":[2],"datatype":"BOOL","data":[true,false]},
        {"name":"sex","shape":[2],"datatype":"BYTES","data":["male",null]},
        {"name":"cabin class","shape":[2],"datatype":"INT64","data":[3,1]},
        {"name":"boarded","shape":[2],"datatype":"BYTES","data":["1912-12-17T16:00",null]}]}""";
    Reply reply = Wire.post(server, "/v2/models/port-1/infer", body);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .startsWith("{\"model_name\":\"port-1\",\"model_version\":\"1\",\"id\":\"7\",")
        .contains(
            "{\"name\":\"label\",\"datatype\":\"BYTES\",\"shape\":[2],"
                + "\"data\":[\"Queens`town|\",\"Queens`town|\"]}")
        .contains("\"name\":\"probabilities\",\"datatype\":\"FP64\",\"shape\":[2,3]");
    for (String wrong :
        new String[] {
          body.replace("\"shape\":[2,1]", "\"shape\":[1,2]"),
          body.replace("FP32", "FP33"),
          body.replace("\"fare\"", "\"fair\""),
          body.replace("\"id\":\"7\"", "\"outputs\":[{\"name\":\"x\"}]"),
          "{\"inputs\":[]}"
        }) {
      Reply refused = Wire.post(server, "/v2/models/port-1/infer", wrong);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("\"error\":\"");
    }
  }

  @Test
  @DisplayName("counts what it does")
  void metrics() throws IOException {
    Wire.post(server, "/predict", Fixtures.instances(Fixtures.ROW));
    Wire.post(server, "/predict", "{");
    assertThat(Wire.get(server, "/metrics").body())
        .contains("nncreator_requests_total{code=\"200\"}")
        .contains("nncreator_rejected_total{reason=\"invalid\"}")
        .contains("nncreator_request_duration_seconds_bucket{le=\"+Inf\"}")
        .contains("nncreator_prediction_class_total{class=\"Queens`town|\"}")
        .contains("nncreator_batch_size_count")
        .contains("nncreator_model_info{model=\"port-1\",version=\"1\"")
        .contains("nncreator_ready 1.0");
  }

  @Test
  @DisplayName("returns the name of a request, or gives it one")
  void requestIds() throws IOException {
    assertThat(Wire.get(server, "/health", "X-Request-Id: abc-1").header("x-request-id"))
        .isEqualTo("abc-1");
    assertThat(Wire.get(server, "/health", "X-Request-Id: <b>").header("x-request-id"))
        .matches("[0-9a-f]{16}");
  }

  @Test
  @DisplayName("returns a trace that is named in the legal form, and no other")
  void traces() throws IOException {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    assertThat(Wire.get(server, "/health", "traceparent: " + trace).header("traceparent"))
        .isEqualTo(trace);
    assertThat(Wire.get(server, "/health", "traceparent: x").head()).doesNotContain("traceparent");
  }

  @Test
  @DisplayName("answers requests that come together, in their order")
  void pipelined() throws IOException {
    try (Wire wire = new Wire(server)) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < 50; i++) {
        byte[] request =
            i % 2 == 0
                ? Wire.request("GET", "/health", "", "X-Request-Id: n" + i)
                : Wire.request(
                    "POST", "/predict", Fixtures.instances(Fixtures.ROW), "X-Request-Id: n" + i);
        all.append(new String(request, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
      wire.send(all.toString());
      for (int i = 0; i < 50; i++) {
        Reply reply = wire.reply();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("x-request-id")).isEqualTo("n" + i);
      }
    }
  }

  @Test
  @DisplayName("says which address is taken and which bundle is missing")
  void start_errors() {
    ServingBuilder taken =
        ServingServer.builder().bundle(Fixtures.bundle("port-1")).port(server.port());
    assertThatThrownBy(taken::start)
        .isInstanceOfSatisfying(
            ServingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVING_ADDRESS))
        .hasMessageContaining("127.0.0.1:" + server.port());
    ServingBuilder missing = ServingServer.builder().bundle(Path.of("no-such-bundle")).port(0);
    assertThatThrownBy(missing::start).isInstanceOf(BundleException.class);
    assertThatThrownBy(ServingServer.builder()::start).isInstanceOf(IllegalStateException.class);
  }
}
