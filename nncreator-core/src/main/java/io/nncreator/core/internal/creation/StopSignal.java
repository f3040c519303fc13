// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import io.nncreator.core.internal.planning.Deadline;
import java.util.concurrent.atomic.AtomicReference;

/** Tells work in progress when to end: on a user's wish, or when its time is over. Thread-safe. */
public final class StopSignal {
  private enum Wish {
    GO_ON,
    STOP,
    CANCEL
  }

  private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.GO_ON);

  /** Asks to end with what there is. */
  public void stop() {
    wish.compareAndSet(Wish.GO_ON, Wish.STOP);
  }

  /** Asks to end with nothing. */
  public void cancel() {
    wish.set(Wish.CANCEL);
  }

  /** Returns whether the user wants no result. */
  public boolean cancelled() {
    return wish.get() == Wish.CANCEL;
  }

  /** Returns whether the user wants to end. */
  public boolean stopping() {
    return wish.get() != Wish.GO_ON;
  }

  /**
   * Returns whether a training should end.
   *
   * @param indispensable the training without which there is no result at all: a late network is
   *     better than none, so it may use the whole time once more
   */
  public boolean ends(Deadline deadline, boolean indispensable) {
    return cancelled()
        || (indispensable
            ? deadline.elapsed().compareTo(deadline.budget().multipliedBy(2)) > 0
            : deadline.passed() || stopping());
  }
}
