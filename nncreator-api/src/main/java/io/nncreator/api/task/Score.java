// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.task;

/**
 * A metric's value with its uncertainty.
 *
 * @param metric what was measured
 * @param value measured value
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 * @param rows number of rows judged, none of which any step had seen
 */
public record Score(Metric metric, double value, double low, double high, int rows) {}
