// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of a request of the Open Inference Protocol.
 *
 * @param name name of a column
 * @param datatype as the protocol writes it
 * @param shape length of each axis
 * @param data in row-major order; null = unknown
 */
public record Tensor(String name, String datatype, List<Long> shape, List<@Nullable Object> data) {
  Tensor with(List<@Nullable Object> other) {
    return new Tensor(name, datatype, shape, other);
  }
}
