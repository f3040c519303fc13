// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nncreator.serving.internal.problem.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request of the Open Inference Protocol, with tensors as JSON or, by its binary
 * extension, as bytes after the JSON.
 *
 * @param id chosen by the client, or null
 * @param inputs tensors
 * @param outputs tensors that are wanted; empty for all
 * @param binary whether all of them are wanted as bytes
 */
public record TensorBody(
    @Nullable String id, List<Tensor> inputs, List<WantedTensor> outputs, boolean binary) {
  /**
   * Reads a body.
   *
   * @throws Refusal if it is not of that form
   */
  public static TensorBody read(byte[] body) {
    return read(body, body.length);
  }

  /**
   * Reads a body whose first bytes are JSON.
   *
   * @throws Refusal if it is not of that form
   */
  public static TensorBody read(byte[] body, int jsonBytes) {
    BinaryTensors binary = new BinaryTensors(body, jsonBytes);
    TensorBody read =
        JsonBody.read(
            jsonBytes == body.length ? body : Arrays.copyOf(body, jsonBytes),
            json -> body(json, binary));
    binary.requireEnd();
    return read;
  }

  private static TensorBody body(JsonParser json, BinaryTensors binary) throws IOException {
    require(json, JsonToken.START_OBJECT, "", "an object");
    String id = null;
    List<Tensor> inputs = new ArrayList<>();
    List<WantedTensor> outputs = new ArrayList<>();
    boolean allBinary = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "id" -> id = text(json, "/id");
        case "inputs" -> inputs = inputs(json, binary);
        case "parameters" -> allBinary = parameters(json, "/parameters").binaryOutput();
        case "outputs" -> outputs = outputs(json);
        default -> json.skipChildren();
      }
    }
    if (inputs.isEmpty()) {
      throw Refusal.invalid("/inputs", "There are no inputs.");
    }
    return new TensorBody(id, inputs, outputs, allBinary);
  }

  private static List<Tensor> inputs(JsonParser json, BinaryTensors binary) throws IOException {
    require(json, JsonToken.START_ARRAY, "/inputs", "a list");
    List<Tensor> inputs = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      inputs.add(tensor(json, "/inputs/" + inputs.size(), binary));
    }
    return inputs;
  }

  private static List<WantedTensor> outputs(JsonParser json) throws IOException {
    require(json, JsonToken.START_ARRAY, "/outputs", "a list");
    List<WantedTensor> outputs = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String place = "/outputs/" + outputs.size();
      require(json, JsonToken.START_OBJECT, place, "an object");
      String wanted = null;
      boolean bytes = false;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "name" -> wanted = text(json, place + "/name");
          case "parameters" -> bytes = parameters(json, place + "/parameters").binary();
          default -> json.skipChildren();
        }
      }
      if (wanted == null) {
        throw Refusal.invalid(place, "The output has no name.");
      }
      outputs.add(new WantedTensor(wanted, bytes));
    }
    return outputs;
  }

  private static Tensor tensor(JsonParser json, String place, BinaryTensors binary)
      throws IOException {
    require(json, JsonToken.START_OBJECT, place, "an object");
    String name = null;
    String datatype = null;
    List<Long> shape = new ArrayList<>();
    List<@Nullable Object> data = new ArrayList<>();
    long bytes = -1;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "name" -> name = text(json, place + "/name");
        case "datatype" -> datatype = text(json, place + "/datatype");
        case "shape" -> shape = shape(json, place + "/shape");
        case "data" -> {
          require(json, JsonToken.START_ARRAY, place + "/data", "a list");
          data(json, data, place + "/data");
        }
        case "parameters" -> bytes = parameters(json, place + "/parameters").binaryBytes();
        default -> json.skipChildren();
      }
    }
    if (name == null || datatype == null) {
      throw Refusal.invalid(place, "The input needs name, shape, datatype and data.");
    }
    Tensor tensor = new Tensor(name, datatype, shape, data);
    if (bytes < 0) {
      return tensor;
    }
    if (!data.isEmpty()) {
      throw Refusal.invalid(place, "The input has data and binary data.");
    }
    return tensor.with(binary.next(datatype, bytes, place));
  }

  /**
   * What the binary extension says of a tensor or of all.
   *
   * @param binaryBytes of an input; -1 = none
   * @param binary wanted of an output
   * @param binaryOutput wanted of all outputs
   */
  private record Parameters(long binaryBytes, boolean binary, boolean binaryOutput) {}

  private static Parameters parameters(JsonParser json, String place) throws IOException {
    require(json, JsonToken.START_OBJECT, place, "an object");
    long bytes = -1;
    boolean binary = false;
    boolean output = false;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "binary_data_size" -> {
          require(json, JsonToken.VALUE_NUMBER_INT, place + "/" + name, "a whole number");
          bytes = Math.max(0, json.getLongValue());
        }
        case "binary_data" -> binary = value == JsonToken.VALUE_TRUE;
        case "binary_data_output" -> output = value == JsonToken.VALUE_TRUE;
        default -> json.skipChildren();
      }
    }
    return new Parameters(bytes, binary, output);
  }

  private static List<Long> shape(JsonParser json, String place) throws IOException {
    require(json, JsonToken.START_ARRAY, place, "a list");
    List<Long> shape = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json, JsonToken.VALUE_NUMBER_INT, place, "a list of whole numbers");
      shape.add(json.getLongValue());
    }
    return shape;
  }

  private static void data(JsonParser json, List<@Nullable Object> data, String place)
      throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_ARRAY) {
        data(json, data, place);
      } else {
        int position = data.size();
        data.add(JsonBody.scalar(json, () -> place + "/" + position));
      }
    }
  }

  private static String text(JsonParser json, String place) throws IOException {
    require(json, JsonToken.VALUE_STRING, place, "a text");
    return json.getText();
  }

  private static void require(JsonParser json, JsonToken token, String place, String what) {
    if (json.currentToken() != token) {
      throw Refusal.invalid(place, "The value must be " + what + ".");
    }
  }
}
