// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.nncreator.serving.internal.problem.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of a request of the Open Inference Protocol with tensors as JSON.
 *
 * @param id chosen by the client, or null
 * @param inputs tensors
 * @param outputs names of the tensors that are wanted; empty for all
 */
public record TensorBody(@Nullable String id, List<Tensor> inputs, List<String> outputs) {
  /**
   * Reads a body.
   *
   * @throws Refusal if it is not of that form
   */
  public static TensorBody read(byte[] body) {
    return JsonBody.read(body, TensorBody::body);
  }

  private static TensorBody body(JsonParser json) throws IOException {
    require(json, JsonToken.START_OBJECT, "", "an object");
    String id = null;
    List<Tensor> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "id" -> id = text(json, "/id");
        case "inputs" -> inputs = inputs(json);
        case "outputs" -> outputs = outputs(json);
        default -> json.skipChildren();
      }
    }
    if (inputs.isEmpty()) {
      throw Refusal.invalid("/inputs", "There are no inputs.");
    }
    return new TensorBody(id, inputs, outputs);
  }

  private static List<Tensor> inputs(JsonParser json) throws IOException {
    require(json, JsonToken.START_ARRAY, "/inputs", "a list");
    List<Tensor> inputs = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      inputs.add(tensor(json, "/inputs/" + inputs.size()));
    }
    return inputs;
  }

  private static List<String> outputs(JsonParser json) throws IOException {
    require(json, JsonToken.START_ARRAY, "/outputs", "a list");
    List<String> outputs = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String place = "/outputs/" + outputs.size();
      require(json, JsonToken.START_OBJECT, place, "an object");
      String wanted = null;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals("name")) {
          wanted = text(json, place + "/name");
        } else {
          json.skipChildren();
        }
      }
      if (wanted == null) {
        throw Refusal.invalid(place, "The output has no name.");
      }
      outputs.add(wanted);
    }
    return outputs;
  }

  private static Tensor tensor(JsonParser json, String place) throws IOException {
    require(json, JsonToken.START_OBJECT, place, "an object");
    String name = null;
    String datatype = null;
    List<Long> shape = new ArrayList<>();
    List<@Nullable Object> data = new ArrayList<>();
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
        default -> json.skipChildren();
      }
    }
    if (name == null || datatype == null) {
      throw Refusal.invalid(place, "The input needs name, shape, datatype and data.");
    }
    return new Tensor(name, datatype, shape, data);
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
