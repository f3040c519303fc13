// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.serving.Wire.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The binary extension of the Open Inference Protocol")
class BinaryTensorsTest {
  private static final String PATH = "/v2/models/port-1/infer";
  private static final String INPUTS =
      """
      {"inputs":[
      {"name":"age","shape":[2],"datatype":"FP32","parameters":{"binary_data_size":8}},
      {"name":"fare","shape":[2],"datatype":"FP16","parameters":{"binary_data_size":4}},
      {"name":"alone","shape":[2],"datatype":"BOOL","parameters":{"binary_data_size":2}},
      {"name":"sex","shape":[2],"datatype":"BYTES","parameters":{"binary_data_size":18}},
      {"name":"cabin class","shape":[2],"datatype":"UINT8","parameters":{"binary_data_size":2}},
      {"name":"boarded","shape":[2],"datatype":"BYTES","data":["1912-12-17T16:00",null]}]""";

  private static ServingServer server;

  @BeforeAll
  static void start() {
    server = ServingServer.builder().bundle(Fixtures.bundle("port-1")).port(0).start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  @DisplayName("answers bytes as the same tensors in JSON")
  void answers() throws IOException {
    Reply reply = infer(INPUTS + "}", tensors());
    assertThat(reply.status()).isEqualTo(200);
    String json =
        """
        {"inputs":[
        {"name":"age","shape":[2],"datatype":"FP64","data":[22,38]},
        {"name":"fare","shape":[2],"datatype":"FP32","data":[7.25,71.25]},
        {"name":"alone","shape":[2],"datatype":"BOOL","data":[true,false]},
        {"name":"sex","shape":[2],"datatype":"BYTES","data":["male","female"]},
        {"name":"cabin class","shape":[2],"datatype":"INT64","data":[3,1]},
        {"name":"boarded","shape":[2],"datatype":"BYTES","data":["1912-12-17T16:00",null]}]}""";
    assertThat(reply.body()).isEqualTo(Wire.post(server, PATH, json).body());
  }

  @Test
  @DisplayName("gives the outputs as bytes that are wanted so")
  void outputs() throws IOException {
    String one =
        ",\"outputs\":[{\"name\":\"label\"},"
            + "{\"name\":\"probabilities\",\"parameters\":{\"binary_data\":true}}]}";
    Reply reply = infer(INPUTS + one, tensors());
    assertThat(reply.header("content-type")).isEqualTo("application/octet-stream");
    int json = Integer.parseInt(reply.header("inference-header-content-length"));
    int all = Integer.parseInt(reply.header("content-length"));
    assertThat(all - json).isEqualTo(2 * 3 * Double.BYTES);
    assertThat(reply.body())
        .contains("\"shape\":[2,3],\"parameters\":{\"binary_data_size\":48}")
        .contains("\"data\":[\"Queens`town|\"");
    Reply both = infer(INPUTS + ",\"parameters\":{\"binary_data_output\":true}}", tensors());
    assertThat(both.body()).contains("Queens`town|").doesNotContain("\"data\":");
  }

  @Test
  @DisplayName("refuses bytes that do not fit their header")
  void refusals() throws IOException {
    byte[] tensors = tensors();
    String[] wrong = {
      INPUTS.replace("\"binary_data_size\":8", "\"binary_data_size\":7") + "}",
      INPUTS.replace("\"binary_data_size\":8", "\"binary_data_size\":800000000000") + "}",
      INPUTS.replace("\"binary_data_size\":8", "\"binary_data_size\":4") + "}",
      INPUTS.replace("\"binary_data_size\":18", "\"binary_data_size\":17") + "}",
      INPUTS.replace("FP16", "FP17") + "}",
      INPUTS.replace("\"parameters\":{\"binary_data_size\":8}", "\"parameters\":8") + "}",
      INPUTS.replace("FP32\",", "FP32\",\"data\":[1,2],") + "}"
    };
    for (String header : wrong) {
      assertThat(infer(header, tensors).status()).as(header).isEqualTo(400);
    }
    ByteBuffer.wrap(tensors).order(ByteOrder.LITTLE_ENDIAN).putFloat(Float.NaN);
    assertThat(infer(INPUTS + "}", tensors).status()).isEqualTo(400);
    for (String length : new String[] {"-1", "x", "99999999", "99999999999999"}) {
      String header = "Inference-Header-Content-Length: " + length;
      assertThat(Wire.post(server, PATH, "{}", header).status()).isEqualTo(400);
    }
  }

  private static byte[] tensors() {
    ByteBuffer bytes = ByteBuffer.allocate(34).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putFloat(22).putFloat(38);
    // 7.25 and 71.25 in half precision.
    bytes.putShort((short) 0x4740).putShort((short) 0x5474);
    bytes.put((byte) 1).put((byte) 0);
    bytes.putInt(4).put("male".getBytes(StandardCharsets.UTF_8));
    bytes.putInt(6).put("female".getBytes(StandardCharsets.UTF_8));
    bytes.put((byte) 3).put((byte) 1);
    return bytes.array();
  }

  private static Reply infer(String header, byte[] tensors) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(json);
    body.writeBytes(tensors);
    return Wire.once(
        server,
        Wire.request(
            "POST",
            PATH,
            body.toByteArray(),
            "Content-Type: application/octet-stream",
            "Inference-Header-Content-Length: " + json.length));
  }
}
