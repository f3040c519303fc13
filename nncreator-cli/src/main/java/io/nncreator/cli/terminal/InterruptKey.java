// SPDX-License-Identifier: Apache-2.0
package io.nncreator.cli.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The interrupt key (Ctrl-C). The JDK offers it only in its module {@code jdk.unsupported}; where
 * that is missing, the key ends the process as usual.
 */
public final class InterruptKey {
  private InterruptKey() {}

  /**
   * Works, and calls an action on a thread of the JVM each time when the key is pressed meanwhile.
   */
  public static <T> T during(Callable<T> work, Runnable action) throws Exception {
    @Nullable Object previous = listen(action);
    try {
      return work.call();
    } finally {
      if (previous != null) {
        handle(previous);
      }
    }
  }

  private static @Nullable Object listen(Runnable action) {
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      InvocationHandler invocation =
          (proxy, method, arguments) ->
              switch (method.getName()) {
                case "handle" -> {
                  action.run();
                  yield null;
                }
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "InterruptKey";
              };
      Object handler =
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, invocation);
      return handle(handler);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static @Nullable Object handle(Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Method handle = signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"));
    return handle.invoke(null, signal.getConstructor(String.class).newInstance("INT"), handler);
  }
}
