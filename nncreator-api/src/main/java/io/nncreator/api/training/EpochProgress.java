// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.training;

/**
 * Where a training stands after an epoch.
 *
 * @param epoch number of the finished epoch, from 1
 * @param epochs planned number
 * @param trainingLoss mean over the members that still run
 * @param validationLoss mean of the members' best so far; NaN without validation rows
 * @param activeMembers members that still run
 */
public record EpochProgress(
    int epoch, int epochs, double trainingLoss, double validationLoss, int activeMembers) {}
