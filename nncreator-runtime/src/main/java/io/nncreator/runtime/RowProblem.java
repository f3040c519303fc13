// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.api.error.ErrorCode;

/**
 * What is wrong with one cell of a row to predict.
 *
 * @param row number of the row, from 1
 * @param column name of the network's column
 * @param code the kind of error
 * @param message the fact with its values, then what may help
 */
public record RowProblem(int row, String column, ErrorCode code, String message) {}
