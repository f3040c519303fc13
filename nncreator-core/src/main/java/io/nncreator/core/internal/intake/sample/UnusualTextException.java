// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.intake.sample;

import java.io.IOException;

/**
 * A text that breaks the rules, or that keeps them in a way which only {@link
 * io.nncreator.runtime.table.RecordScanner} can follow: it is to read the whole text, and to say
 * what is wrong.
 */
final class UnusualTextException extends IOException {
  private static final long serialVersionUID = 1L;
}
