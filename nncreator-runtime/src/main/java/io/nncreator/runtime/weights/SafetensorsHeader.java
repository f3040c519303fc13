// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nncreator.api.error.BundleException;
import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.graph.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The table of contents of a safetensors file: tensors without gaps, in the order of the bytes. */
record SafetensorsHeader(int members, List<Entry> entries) {
  /** The largest header that is read. */
  static final int MAX_BYTES = 1 << 24;

  private static final String METADATA = "__metadata__";
  private static final int MAX_RANK = 8;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(4)
                          .maxNumberLength(20)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** One tensor. */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(String name, long[] dims, long begin, long end) {
    int elements() {
      return (int) ((end - begin) / Float.BYTES);
    }
  }

  static SafetensorsHeader of(Weights weights) {
    List<Entry> entries = new ArrayList<>();
    long[] at = {0};
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              long end = at[0] + (long) tensor.size() * Float.BYTES;
              entries.add(new Entry(name, tensor.dims(), at[0], end));
              at[0] = end;
            });
    return new SafetensorsHeader(weights.members(), entries);
  }

  /** Returns the JSON, padded with blanks so that the elements begin at a multiple of eight. */
  byte[] toBytes() {
    ObjectNode root = MAPPER.createObjectNode();
    root.putObject(METADATA).put("format", "pt").put("members", String.valueOf(members));
    for (Entry entry : entries) {
      ObjectNode tensor = root.putObject(entry.name()).put("dtype", "F32");
      ArrayNode shape = tensor.putArray("shape");
      Arrays.stream(entry.dims()).forEach(shape::add);
      tensor.putArray("data_offsets").add(entry.begin()).add(entry.end());
    }
    try {
      byte[] json = MAPPER.writeValueAsBytes(root);
      byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
      Arrays.fill(padded, json.length, padded.length, (byte) ' ');
      return padded;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a header.
   *
   * @param dataBytes number of bytes after the header, all of which tensors must fill
   */
  static SafetensorsHeader parse(byte[] header, long dataBytes) {
    JsonNode root;
    try {
      root = MAPPER.readTree(header);
    } catch (IOException e) {
      throw damaged("its header is not JSON");
    }
    if (header[0] != '{' || !root.isObject()) {
      throw damaged("its header is not an object");
    }
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (!field.getKey().equals(METADATA)) {
        entries.add(entry(field.getKey(), field.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin));
    long at = 0;
    for (Entry entry : entries) {
      if (entry.begin() != at) {
        throw damaged("its tensors overlap or leave a gap before (" + entry.name() + ")");
      }
      at = entry.end();
    }
    if (at != dataBytes || entries.isEmpty()) {
      throw damaged("its tensors fill " + at + " of " + dataBytes + " bytes");
    }
    return new SafetensorsHeader((int) entries.get(0).dims()[0], entries);
  }

  static BundleException damaged(String why) {
    return new BundleException(
        ErrorCode.BUNDLE_DAMAGED,
        "The weights are not a sound safetensors file: "
            + why
            + ". Maybe copy the file again from where it came.",
        null);
  }

  private static Entry entry(String name, JsonNode tensor) {
    JsonNode shape = tensor.path("shape");
    JsonNode offsets = tensor.path("data_offsets");
    if (!tensor.path("dtype").asText().equals("F32")
        || tensor.size() != 3
        || !numbers(shape, 1, MAX_RANK)
        || !numbers(offsets, 2, 2)) {
      throw damaged("the tensor (" + name + ") must have dtype F32, shape and data_offsets");
    }
    long[] dims = new long[shape.size()];
    long elements = 1;
    for (int i = 0; i < dims.length; i++) {
      dims[i] = shape.get(i).longValue();
      if (dims[i] < 1 || dims[i] > Integer.MAX_VALUE / elements) {
        throw damaged("the tensor (" + name + ") has illegal dimensions");
      }
      elements *= dims[i];
    }
    long begin = offsets.get(0).longValue();
    long end = offsets.get(1).longValue();
    if (begin < 0 || end < begin || end - begin != elements * Float.BYTES) {
      throw damaged("the offsets of the tensor (" + name + ") do not fit its shape");
    }
    return new Entry(name, dims, begin, end);
  }

  private static boolean numbers(JsonNode array, int least, int most) {
    if (!array.isArray() || array.size() < least || array.size() > most) {
      return false;
    }
    for (JsonNode each : array) {
      if (!each.isIntegralNumber() || !each.canConvertToLong()) {
        return false;
      }
    }
    return true;
  }
}
