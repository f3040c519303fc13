// SPDX-License-Identifier: Apache-2.0
/** What the commands say about tasks, plans and networks. */
@NullMarked
package io.nncreator.cli.report;

import org.jspecify.annotations.NullMarked;
