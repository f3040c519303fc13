// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import io.nncreator.api.graph.Value;

/** A value under the name of a Python variable. */
record PythonValue(String name, Value value) {}
