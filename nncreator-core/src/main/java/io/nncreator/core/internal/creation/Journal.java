// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core.internal.creation;

import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.Stage;
import io.nncreator.api.event.StageStarted;
import io.nncreator.api.event.Warned;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** Stamps what happens in one creation and hands it on. Thread-safe. */
public final class Journal {
  private final String creation;
  private final Clock clock;
  private final Consumer<? super CreationEvent> events;
  private volatile Stage stage = Stage.INTAKE;

  /** Creates a journal that hands events to a consumer, on the thread that publishes them. */
  public Journal(String creation, Clock clock, Consumer<? super CreationEvent> events) {
    this.creation = creation;
    this.clock = clock;
    this.events = events;
  }

  /** Returns the id of the creation. */
  public String creation() {
    return creation;
  }

  /** Returns the present time. */
  public Instant now() {
    return clock.instant();
  }

  /** Returns the stage that began last. */
  public Stage stage() {
    return stage;
  }

  /** Notes that a stage begins. */
  public void stage(Stage next) {
    stage = next;
    publish(new StageStarted(creation, now(), next));
  }

  /** Notes a warning. */
  public void warn(String message) {
    publish(new Warned(creation, now(), message));
  }

  /** Notes any event. */
  public void publish(CreationEvent event) {
    events.accept(event);
  }
}
