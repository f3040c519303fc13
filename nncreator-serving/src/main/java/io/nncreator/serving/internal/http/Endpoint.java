// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

/** What a path does. Thread-safe; called on the connection's thread, which it must not block. */
@FunctionalInterface
public interface Endpoint {
  /**
   * Answers now or later, once.
   *
   * @throws io.nncreator.serving.internal.problem.Refusal if the request is refused
   */
  void handle(Exchange exchange);
}
