// SPDX-License-Identifier: Apache-2.0
/** Makes networks answer requests: in this process, in processes of their own, in containers. */
@NullMarked
package io.nncreator.deploy;

import org.jspecify.annotations.NullMarked;
