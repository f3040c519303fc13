// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.discovery;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ProviderException;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Provider;
import io.nncreator.core.ProviderStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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
   * @throws ProviderException naming every rejected provider with its reason
   */
  public static <P extends Provider> P choose(Part<P> part) {
    List<String> rejected = new ArrayList<>();
    return find(part, rejected)
        .orElseThrow(
            () ->
                new ProviderException(
                    ErrorCode.PROVIDER_MISSING,
                    "No usable "
                        + part.name()
                        + " was found"
                        + (rejected.isEmpty() ? ". " : " (" + String.join("; ", rejected) + "). ")
                        + part.remedy()));
  }

  /** Returns the provider to use for a part that a creator can do without. */
  public static <P extends Provider> Optional<P> find(Part<P> part) {
    return find(part, new ArrayList<>());
  }

  private static <P extends Provider> Optional<P> find(Part<P> part, List<String> rejected) {
    String property = "nncreator." + part.name();
    String wanted = System.getProperty(property, "");
    for (P provider : discover(part.type())) {
      if (!wanted.isEmpty() && !provider.id().equals(wanted)) {
        rejected.add(provider.id() + ": " + property + " asks for " + wanted);
        continue;
      }
      if (provider.probe() instanceof Availability.Unavailable unavailable) {
        rejected.add(provider.id() + ": " + unavailable.reason() + " " + unavailable.remedy());
        continue;
      }
      LOG.debug("Uses the {} {}; rejected: {}", part.name(), provider.id(), rejected);
      return Optional.of(provider);
    }
    return Optional.empty();
  }

  /** Returns all providers of a type that can work here, highest priority first. */
  public static <P extends Provider> List<P> ready(Class<P> type) {
    return discover(type).stream()
        .filter(provider -> provider.probe() instanceof Availability.Ready)
        .toList();
  }

  /**
   * Tells what became of every provider of a part: those in use first, then the others that were
   * found, or what to add where there is none.
   */
  public static List<ProviderStatus> survey(Part<?> part, List<? extends Provider> used) {
    List<ProviderStatus> all = new ArrayList<>();
    for (Provider provider : used) {
      all.add(new ProviderStatus(part.name(), provider.id(), true, provider.probe()));
    }
    for (Provider provider : discover(part.type())) {
      if (used.stream().noneMatch(each -> each.id().equals(provider.id()))) {
        all.add(new ProviderStatus(part.name(), provider.id(), false, provider.probe()));
      }
    }
    if (all.isEmpty()) {
      Availability none = new Availability.Unavailable("None was found.", part.remedy());
      all.add(new ProviderStatus(part.name(), "", false, none));
    }
    return List.copyOf(all);
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
