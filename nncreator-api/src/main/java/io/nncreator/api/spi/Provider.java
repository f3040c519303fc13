// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.spi;

/** A replaceable part. Implementations have a public constructor without parameters. */
public interface Provider {
  /** Returns the name by which a user chooses it: lower-case letters, digits and hyphens. */
  String id();

  /** Returns the rank among discovered providers; the highest that is ready is taken. */
  default int priority() {
    return 0;
  }

  /** Tells whether it can work here. Cheap, never throws, opens no network connection. */
  Availability probe();
}
