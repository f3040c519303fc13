// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.discovery;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ProviderException;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses a provider: the system property {@code nncreator.<part>=<id>} decides, else the highest
 * priority among those that are ready.
 */
public final class Providers {
  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

  private Providers() {}

  /**
   * Returns the provider to use for a part.
   *
   * @param part short name in the property and in messages, such as {@code trainer}
   * @throws ProviderException naming every rejected provider with its reason
   */
  public static <P extends Provider> P choose(Class<P> type, String part) {
    List<P> found = discover(type);
    String property = "nncreator." + part;
    String wanted = System.getProperty(property, "");
    List<String> rejected = new ArrayList<>();
    for (P provider : found) {
      if (!wanted.isEmpty() && !provider.id().equals(wanted)) {
        rejected.add(provider.id() + ": " + property + " asks for " + wanted);
        continue;
      }
      Availability availability = provider.probe();
      if (availability instanceof Availability.Unavailable unavailable) {
        rejected.add(provider.id() + ": " + unavailable.reason() + " " + unavailable.remedy());
        continue;
      }
      LOG.debug("Uses the {} {}; rejected: {}", part, provider.id(), rejected);
      return provider;
    }
    throw new ProviderException(
        ErrorCode.PROVIDER_MISSING,
        "No usable "
            + part
            + " was found"
            + (rejected.isEmpty() ? "." : " (" + String.join("; ", rejected) + ").")
            + " Maybe add the dependency io.nncreator:nncreator-djl together with"
            + " ai.djl.pytorch:pytorch-native-cpu for this platform.");
  }

  /** Returns all providers of a type that can work here, highest priority first. */
  public static <P extends Provider> List<P> ready(Class<P> type) {
    return discover(type).stream()
        .filter(provider -> provider.probe() instanceof Availability.Ready)
        .toList();
  }

  /** Returns all providers of a type that can be loaded, highest priority first. */
  public static <P extends Provider> List<P> discover(Class<P> type) {
    List<P> found = new ArrayList<>();
    Iterator<ServiceLoader.Provider<P>> candidates = ServiceLoader.load(type).stream().iterator();
    while (true) {
      // One stale line in a services file must not hide the good providers after it.
      try {
        if (!candidates.hasNext()) {
          break;
        }
        found.add(candidates.next().get());
      } catch (ServiceConfigurationError | LinkageError e) {
        LOG.warn("Skips a {} that cannot be loaded", type.getSimpleName(), e);
      }
    }
    found.sort(
        Comparator.<P>comparingInt(Provider::priority).reversed().thenComparing(Provider::id));
    return found;
  }
}
