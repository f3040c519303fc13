// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.error;

/** The codes of all errors; {@code docs/errors/<code>.md} explains each one. */
public enum ErrorCode {
  /** The data cannot be opened or read. */
  DATA_UNREADABLE("NNC-DATA-001"),
  /** The data has no rows or no columns. */
  DATA_EMPTY("NNC-DATA-002"),
  /** A named column is not in the data. */
  DATA_COLUMN_UNKNOWN("NNC-DATA-003"),
  /** Two columns have one name. */
  DATA_COLUMN_DUPLICATE("NNC-DATA-004"),
  /** The target cannot be learnt: constant, all missing, or too few rows of a class. */
  DATA_TARGET_UNUSABLE("NNC-DATA-005"),
  /** No column is left to learn from. */
  DATA_NO_FEATURES("NNC-DATA-006"),
  /** The data was changed while it was read. */
  DATA_CHANGED("NNC-DATA-007"),
  /** The target could not be told from sentence and data. */
  TASK_TARGET_UNCLEAR("NNC-TASK-001"),
  /** The task is recognised, but this version does not build such networks. */
  TASK_UNSUPPORTED("NNC-TASK-002"),
  /** An explicit setting contradicts the data or another setting. */
  TASK_CONFLICT("NNC-TASK-003"),
  /** Learning from free text is not built. */
  TASK_TEXT("NNC-TASK-010"),
  /** Learning from pictures is not built. */
  TASK_IMAGE("NNC-TASK-011"),
  /** Telling coming values of a series is not built. */
  TASK_FORECAST("NNC-TASK-012"),
  /** Finding rows unlike the others without labels is not built. */
  TASK_ANOMALY("NNC-TASK-013"),
  /** Finding groups of like rows is not built. */
  TASK_CLUSTERING("NNC-TASK-014"),
  /** Telling any number of labels is not built. */
  TASK_MULTILABEL("NNC-TASK-015"),
  /** Telling grades in their order is not built. */
  TASK_ORDINAL("NNC-TASK-016"),
  /** Telling several columns at once is not built. */
  TASK_SEVERAL_TARGETS("NNC-TASK-017"),
  /** Telling quantiles of a number is not built. */
  TASK_QUANTILE("NNC-TASK-018"),
  /** Telling classes that must first be made of a number is not built. */
  TASK_DERIVED("NNC-TASK-019"),
  /** A name in a network specification is illegal or taken. */
  SPEC_NAME("NNC-SPEC-001"),
  /** A setting in a network specification is out of its range. */
  SPEC_SETTING("NNC-SPEC-002"),
  /** A layer names inputs that do not come before it. */
  SPEC_WIRING("NNC-SPEC-003"),
  /** A layer's inputs do not suit it. */
  SPEC_SHAPE("NNC-SPEC-004"),
  /** A network is larger than allowed. */
  SPEC_LIMIT("NNC-SPEC-005"),
  /** A network specification is not readable JSON of the stated form. */
  SPEC_SYNTAX("NNC-SPEC-006"),
  /** Every attempt to train diverged. */
  TRAINING_DIVERGED("NNC-TRAIN-001"),
  /** The training engine failed. */
  TRAINING_ENGINE("NNC-TRAIN-002"),
  /** The time limit passed before a first network was ready. */
  TRAINING_NO_TIME("NNC-TRAIN-003"),
  /** The creation was cancelled. */
  CREATION_CANCELLED("NNC-CREATE-001"),
  /** The exported network does not answer as the trained one; the release was stopped. */
  RELEASE_MISMATCH("NNC-CREATE-002"),
  /** The creation failed in a way that no other code describes: a defect of the library. */
  CREATION_FAILED("NNC-CREATE-003"),
  /** A bundle is missing, incomplete or damaged. */
  BUNDLE_DAMAGED("NNC-BUNDLE-001"),
  /** A bundle has a newer format than this version reads. */
  BUNDLE_TOO_NEW("NNC-BUNDLE-002"),
  /** A bundle cannot be written. */
  BUNDLE_UNWRITABLE("NNC-BUNDLE-003"),
  /** A row to predict lacks a column. */
  ROW_COLUMN_MISSING("NNC-ROW-001"),
  /** A cell to predict has the wrong type. */
  ROW_CELL_TYPE("NNC-ROW-002"),
  /** A record type does not fit the network. */
  ROW_RECORD_TYPE("NNC-ROW-003"),
  /** The inference engine failed. */
  INFERENCE_ENGINE("NNC-ROW-004"),
  /** The file of answers cannot be written. */
  ANSWERS_UNWRITABLE("NNC-ROW-005"),
  /** The server cannot listen on its address. */
  SERVING_ADDRESS("NNC-SERVE-001"),
  /** The file with the token of a server cannot be used. */
  SERVING_TOKEN("NNC-SERVE-002"),
  /** The files of a server of its own process cannot be written or are not there. */
  SERVING_DISTRIBUTION("NNC-SERVE-003"),
  /** A service of that name is there already. */
  DEPLOYMENT_NAME_TAKEN("NNC-DEPLOY-001"),
  /** A replica did not become ready. */
  DEPLOYMENT_NOT_READY("NNC-DEPLOY-002"),
  /** There is no network to go back to. */
  DEPLOYMENT_NO_PREVIOUS("NNC-DEPLOY-003"),
  /** The record of a service cannot be read or written. */
  DEPLOYMENT_RECORD("NNC-DEPLOY-004"),
  /** The image of a network cannot be built. */
  DEPLOYMENT_IMAGE("NNC-DEPLOY-005"),
  /** The Docker engine is absent, too old, or refused. */
  DEPLOYMENT_ENGINE("NNC-DEPLOY-006"),
  /** The service has ended. */
  DEPLOYMENT_ENDED("NNC-DEPLOY-007"),
  /** The address of a service cannot be listened on. */
  DEPLOYMENT_ADDRESS("NNC-DEPLOY-008"),
  /** No usable provider was found for a part. */
  PROVIDER_MISSING("NNC-PROVIDER-001"),
  /** A provider was asked for something that it does not offer. */
  PROVIDER_UNSUPPORTED("NNC-PROVIDER-002"),
  /** The workspace cannot be used. */
  WORKSPACE_UNUSABLE("NNC-STORE-001");

  private final String code;

  ErrorCode(String code) {
    this.code = code;
  }

  /** Returns the code as printed: {@code NNC-AREA-NUMBER}. */
  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
