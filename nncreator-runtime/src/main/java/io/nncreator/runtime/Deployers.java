// SPDX-License-Identifier: Apache-2.0
package io.nncreator.runtime;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ProviderException;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Deployer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The deployers on the class path. */
final class Deployers {
  private Deployers() {}

  /**
   * Returns the deployer of an id, or without one that of the highest priority that is ready.
   *
   * @throws ProviderException if there is none, or the named one cannot work here
   */
  static Deployer choose(@Nullable String id) {
    List<Deployer> found = found();
    List<String> refusals = new ArrayList<>();
    for (Deployer each : found) {
      if (id == null || each.id().equals(id)) {
        if (each.probe() instanceof Availability.Unavailable refused) {
          refusals.add(
              "The deployer ("
                  + each.id()
                  + ") cannot work here: "
                  + refused.reason()
                  + " "
                  + refused.remedy());
        } else {
          return each;
        }
      }
    }
    if (!refusals.isEmpty()) {
      throw new ProviderException(ErrorCode.PROVIDER_MISSING, String.join(" ", refusals));
    }
    throw new ProviderException(
        ErrorCode.PROVIDER_MISSING,
        "There is no deployer"
            + (id == null ? "" : " (" + id + ")")
            + " on the class path (found: "
            + found.stream().map(Deployer::id).collect(Collectors.joining(", "))
            + "). Maybe add the dependency io.nncreator:nncreator-deploy.");
  }

  /** Highest priority first; one that cannot be loaded is passed over. */
  private static List<Deployer> found() {
    List<Deployer> all = new ArrayList<>();
    Iterator<ServiceLoader.Provider<Deployer>> each =
        ServiceLoader.load(Deployer.class).stream().iterator();
    while (true) {
      try {
        if (!each.hasNext()) {
          break;
        }
        all.add(each.next().get());
      } catch (ServiceConfigurationError | LinkageError e) {
        // A stale line in a jar must not hide the others.
        continue;
      }
    }
    all.sort(Comparator.comparingInt(Deployer::priority).reversed());
    return all;
  }
}
