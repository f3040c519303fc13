// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ProviderException;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Provider;
import org.junit.jupiter.api.Test;

/** The services file names, in this order, a class that is missing, Absent, Small and Large. */
class ProvidersTest {
  @Test
  void aStaleLineHidesNobody() {
    assertThat(Providers.discover(Part.class))
        .extracting(Provider::id)
        .containsExactly("large", "absent", "small");
  }

  @Test
  void onlyThoseThatCanWorkAreReady() {
    assertThat(Providers.ready(Part.class))
        .extracting(Provider::id)
        .containsExactly("large", "small");
  }

  @Test
  void theHighestPriorityIsChosen() {
    assertThat(Providers.choose(Part.class, "part").id()).isEqualTo("large");
  }

  @Test
  void aPartWithoutProvidersSaysWhatToAdd() {
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> Providers.choose(Nothing.class, "nothing"))
        .matches(e -> e.code() == ErrorCode.PROVIDER_MISSING)
        .withMessageContaining("nothing")
        .withMessageContaining("Maybe add the dependency");
  }

  /** A part with providers. */
  public interface Part extends Provider {}

  /** A part without providers. */
  public interface Nothing extends Provider {}

  /** Cannot work. */
  public static final class Absent implements Part {
    @Override
    public String id() {
      return "absent";
    }

    @Override
    public Availability probe() {
      return new Availability.Unavailable("It is not here.", "Maybe look elsewhere.");
    }
  }

  /** Can work. */
  public static final class Small implements Part {
    @Override
    public String id() {
      return "small";
    }

    @Override
    public Availability probe() {
      return new Availability.Ready();
    }
  }

  /** Can work, and better. */
  public static final class Large implements Part {
    @Override
    public String id() {
      return "large";
    }

    @Override
    public int priority() {
      return 5;
    }

    @Override
    public Availability probe() {
      return new Availability.Ready();
    }
  }
}
