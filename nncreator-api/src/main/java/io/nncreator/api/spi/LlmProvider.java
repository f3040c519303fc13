// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.spi;

import java.time.Duration;

/** Answers prompts with a language model. Thread-safe. */
public interface LlmProvider extends Provider {
  /**
   * Completes one prompt.
   *
   * @throws io.nncreator.api.error.NnCreatorException if no answer came within the time
   */
  Answer complete(Prompt prompt);

  /**
   * What is asked.
   *
   * @param system role and rules
   * @param user the question
   * @param jsonSchema form that the answer must have, or an empty text
   * @param timeout longest wait
   */
  record Prompt(String system, String user, String jsonSchema, Duration timeout) {}

  /**
   * What came back.
   *
   * @param text the answer; never code, path or query
   * @param model which model gave it
   * @param inputTokens tokens read
   * @param outputTokens tokens written
   */
  record Answer(String text, String model, int inputTokens, int outputTokens) {}
}
