// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.weights;

import io.nncreator.api.error.BundleException;
import io.nncreator.api.graph.Tensor;
import io.nncreator.api.graph.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes weights as safetensors: eight bytes of header length, a JSON header, then the
 * elements of all tensors one after the other, little-endian. Each tensor is {@code F32} with the
 * member as its first axis. Nothing in such a file is ever run.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class Safetensors {
  private static final int CHUNK = 1 << 16;

  private Safetensors() {}

  /** Writes weights and leaves the stream open. */
  public static void write(Weights weights, OutputStream out) throws IOException {
    byte[] header = SafetensorsHeader.of(weights).toBytes();
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(header.length).array());
    out.write(header);
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (Tensor tensor : weights.tensors().values()) {
      FloatBuffer cells = FloatBuffer.wrap(tensor.floats());
      while (cells.hasRemaining()) {
        int count = Math.min(cells.remaining(), CHUNK / Float.BYTES);
        chunk.clear();
        chunk.asFloatBuffer().put(cells.slice(cells.position(), count));
        cells.position(cells.position() + count);
        out.write(chunk.array(), 0, count * Float.BYTES);
      }
    }
  }

  /**
   * Reads weights.
   *
   * @param in stands at the first byte; left open
   * @param size number of bytes that the file has
   * @throws BundleException if the bytes are not a safetensors file of weights; nothing is
   *     allocated that the size does not warrant
   */
  public static Weights read(InputStream in, long size) throws IOException {
    byte[] start = in.readNBytes(Long.BYTES);
    if (start.length < Long.BYTES) {
      throw SafetensorsHeader.damaged("it has only " + start.length + " bytes");
    }
    long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > SafetensorsHeader.MAX_BYTES || length > size - Long.BYTES) {
      throw SafetensorsHeader.damaged("its header claims " + length + " bytes");
    }
    byte[] header = in.readNBytes((int) length);
    if (header.length < length) {
      throw SafetensorsHeader.damaged("its header is cut off");
    }
    SafetensorsHeader parsed = SafetensorsHeader.parse(header, size - Long.BYTES - length);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    byte[] chunk = new byte[CHUNK];
    for (SafetensorsHeader.Entry entry : parsed.entries()) {
      tensors.put(entry.name(), Tensor.of(floats(in, entry, chunk), entry.dims()));
    }
    try {
      return new Weights(parsed.members(), tensors);
    } catch (IllegalArgumentException e) {
      throw SafetensorsHeader.damaged("its members disagree: " + e.getMessage());
    }
  }

  private static float[] floats(InputStream in, SafetensorsHeader.Entry entry, byte[] chunk)
      throws IOException {
    float[] cells = new float[entry.elements()];
    int done = 0;
    while (done < cells.length) {
      int count = Math.min(cells.length - done, chunk.length / Float.BYTES);
      if (in.readNBytes(chunk, 0, count * Float.BYTES) < count * Float.BYTES) {
        throw SafetensorsHeader.damaged("the tensor (" + entry.name() + ") is cut off");
      }
      ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(cells, done, count);
      done += count;
    }
    return cells;
  }
}
