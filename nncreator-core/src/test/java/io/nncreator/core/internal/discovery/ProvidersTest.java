// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nncreator.api.error.ErrorCode;
import io.nncreator.api.error.ProviderException;
import io.nncreator.api.spi.Availability;
import io.nncreator.api.spi.Provider;
import io.nncreator.core.ProviderStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The services file names, in this order, a class that is missing, Absent, Small and Large. */
class ProvidersTest {
  private static final Part<Tool> TOOL = new Part<>(Tool.class, "tool", "Maybe add a tool.");
  private static final Part<Nothing> NOTHING =
      new Part<>(Nothing.class, "nothing", "Maybe add something.");

  @Test
  void aStaleLineHidesNobody() {
    assertThat(Providers.discover(Tool.class))
        .extracting(Provider::id)
        .containsExactly("large", "absent", "small");
  }

  @Test
  void onlyThoseThatCanWorkAreReady() {
    assertThat(Providers.ready(Tool.class))
        .extracting(Provider::id)
        .containsExactly("large", "small");
  }

  @Test
  void theHighestPriorityIsChosen() {
    assertThat(Providers.choose(TOOL).id()).isEqualTo("large");
  }

  @Test
  void aPartWithoutProvidersSaysWhatToAdd() {
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> Providers.choose(NOTHING))
        .matches(e -> e.code() == ErrorCode.PROVIDER_MISSING)
        .withMessageContaining("nothing")
        .withMessageContaining("Maybe add something.");
  }

  @Test
  void anOptionalPartMayBeMissing() {
    assertThat(Providers.find(TOOL).map(Provider::id)).contains("large");
    assertThat(Providers.find(NOTHING)).isEmpty();
  }

  @Test
  void aSurveyTellsOfEveryProviderWhyItIsNotUsed() {
    assertThat(Providers.survey(TOOL, List.of(new Small())))
        .containsExactly(
            new ProviderStatus("tool", "small", true, new Availability.Ready()),
            new ProviderStatus("tool", "large", false, new Availability.Ready()),
            new ProviderStatus("tool", "absent", false, new Absent().probe()));
  }

  @Test
  void aSurveyOfAMissingPartSaysWhatToAdd() {
    assertThat(Providers.survey(NOTHING, List.of()))
        .containsExactly(
            new ProviderStatus(
                "nothing",
                "",
                false,
                new Availability.Unavailable("None was found.", "Maybe add something.")));
  }

  /** A part with providers. */
  public interface Tool extends Provider {}

  /** A part without providers. */
  public interface Nothing extends Provider {}

  /** Cannot work. */
  public static final class Absent implements Tool {
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
  public static final class Small implements Tool {
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
  public static final class Large implements Tool {
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
