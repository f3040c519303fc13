// SPDX-License-Identifier: Apache-2.0
package io.nncreator.deploy.internal.local;

import java.util.List;

/** One replica on this machine. */
interface Server {
  /** Returns what tells it from the others. */
  String id();

  /** Returns the port of this machine on which it answers. */
  int port();

  /** Returns whether it has not ended. */
  boolean alive();

  /** Answers what it has, then ends. */
  void stop();

  /** Goes on without this process, where it can. */
  void letGo();

  /** Returns the last lines that it wrote. */
  List<String> log(int lines);
}
