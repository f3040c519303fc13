// SPDX-License-Identifier: Apache-2.0
package io.nncreator.api.event;

import java.util.function.Consumer;

/**
 * Is told what happens, on a thread of its own and in order. Frequent progress may be skipped when
 * the listener is slow; an error in it is logged and changes nothing.
 */
@FunctionalInterface
public interface CreationListener {
  /** Takes one event. */
  void onEvent(CreationEvent event);

  /** Returns a listener for one kind of event. */
  static <E extends CreationEvent> CreationListener on(Class<E> type, Consumer<? super E> handler) {
    return event -> {
      if (type.isInstance(event)) {
        handler.accept(type.cast(event));
      }
    };
  }
}
