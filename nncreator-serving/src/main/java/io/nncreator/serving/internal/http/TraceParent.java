// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import org.jspecify.annotations.Nullable;

/** The header by which callers name the trace that a request belongs to (W3C Trace Context). */
final class TraceParent {
  static final String HEADER = "traceparent";

  private static final int LENGTH = 55;
  private static final int TRACE = 3;
  private static final int PARENT = 36;
  private static final int FLAGS = 53;

  private TraceParent() {}

  /** Returns the header if it is legal, else null: a broken one must not reach a log. */
  static @Nullable String legal(@Nullable String header) {
    return header != null && length(header) && parts(header) ? header.substring(0, LENGTH) : null;
  }

  /** Versions after 00 may have more parts. */
  private static boolean length(String header) {
    return header.length() == LENGTH
        || (header.length() > LENGTH
            && header.length() <= 2 * LENGTH
            && header.charAt(LENGTH) == '-'
            && !header.startsWith("00"));
  }

  private static boolean parts(String header) {
    return hexadecimal(header, 0, TRACE - 1)
        && !header.startsWith("ff")
        && header.charAt(TRACE - 1) == '-'
        && hexadecimal(header, TRACE, PARENT - 1)
        && header.charAt(PARENT - 1) == '-'
        && hexadecimal(header, PARENT, FLAGS - 1)
        && header.charAt(FLAGS - 1) == '-'
        && hexadecimal(header, FLAGS, LENGTH)
        && named(header, TRACE, PARENT - 1)
        && named(header, PARENT, FLAGS - 1);
  }

  /** Returns the id of the trace in a legal header. */
  static String trace(String legal) {
    return legal.substring(TRACE, PARENT - 1);
  }

  private static boolean hexadecimal(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
        return false;
      }
    }
    return true;
  }

  /** Ids of zeros name nothing. */
  private static boolean named(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '0') {
        return true;
      }
    }
    return false;
  }
}
