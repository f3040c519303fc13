// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime.export;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layer in Python.
 *
 * @param constructor expression that makes its module, or null if it has none
 * @param call expression that applies it
 * @param definitions classes and functions that these need
 * @param attributes names of parameters in the module where they differ from their own
 */
record PythonLayer(
    @Nullable String constructor,
    String call,
    List<String> definitions,
    Map<String, String> attributes) {}
