// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.nncreator.serving.internal.problem.Refusal;

/** What a body may hold. */
public final class RequestLimits {
  /** Deepest nesting of JSON. */
  public static final int DEPTH = 32;

  /** Longest number in JSON, in characters. */
  public static final int NUMBER_LENGTH = 100;

  private static final int NAME_LENGTH = 1_000;

  /** Reads JSON within the limits; shared by all threads. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxNumberLength(NUMBER_LENGTH)
                  .maxNameLength(NAME_LENGTH)
                  .build())
          .build();

  private RequestLimits() {}

  static void requireRows(int rows, int most) {
    if (rows > most) {
      throw new Refusal(
          413, "The request has more than " + most + " rows. Maybe send them in several requests.");
    }
  }
}
