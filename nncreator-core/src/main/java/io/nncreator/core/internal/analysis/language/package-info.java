// SPDX-License-Identifier: Apache-2.0
/** Words: cleaning, cutting, stemming, telling the language, and vocabularies kept in resources. */
@NullMarked
package io.nncreator.core.internal.analysis.language;

import org.jspecify.annotations.NullMarked;
