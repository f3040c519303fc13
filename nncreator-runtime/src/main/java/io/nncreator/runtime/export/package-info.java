// SPDX-License-Identifier: Apache-2.0
/** Networks as code that people read: PyTorch modules in Python. */
@NullMarked
package io.nncreator.runtime.export;

import org.jspecify.annotations.NullMarked;
