// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import java.util.Map;

/**
 * The answer for one row.
 *
 * @param value the class's name or a number
 * @param probabilities of every class in the order of the task; empty for regression
 */
public record Prediction(Object value, Map<String, Double> probabilities) {}
