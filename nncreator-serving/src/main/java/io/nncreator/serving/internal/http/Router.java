// SPDX-License-Identifier: Apache-2.0
package io.nncreator.serving.internal.http;

import io.nncreator.serving.internal.problem.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what a path does. Thread-safe; the table is replaced as a whole. */
public final class Router {
  private volatile Map<String, Route> routes = Map.of();
  private volatile boolean complete;

  /**
   * Sets all paths.
   *
   * @param whole whether no more will come; until then other paths are not ready, not unknown
   */
  public void set(List<Route> all, boolean whole) {
    Map<String, Route> table = new HashMap<>();
    all.forEach(route -> table.put(route.path(), route));
    routes = Map.copyOf(table);
    complete = whole;
  }

  /**
   * Finds a path.
   *
   * @throws Refusal with 404, 405 or 503
   */
  Route find(String method, String path) {
    Route route = routes.get(path);
    if (route == null) {
      throw complete
          ? new Refusal(404, "There is no such path. Maybe read /openapi.json.")
          : new Refusal(503, "The server is starting. Maybe try again in a second.");
    }
    boolean head = method.equals("HEAD") && route.method().equals("GET");
    if (!head && !route.method().equals(method)) {
      throw new Refusal(405, "This path takes only " + route.method() + ".");
    }
    return route;
  }
}
