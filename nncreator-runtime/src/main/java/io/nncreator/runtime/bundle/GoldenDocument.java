// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.bundle;

import java.util.List;

/** The content of {@code golden.json}. */
record GoldenDocument(List<GoldenRow> rows) {}
