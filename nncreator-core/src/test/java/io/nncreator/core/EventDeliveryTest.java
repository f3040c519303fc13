// SPDX-License-Identifier: Apache-2.0
package io.nncreator.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.nncreator.api.event.CreationEvent;
import io.nncreator.api.event.TrialProgressed;
import io.nncreator.api.event.Warned;
import io.nncreator.api.training.EpochProgress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EventDeliveryTest {
  private final List<CreationEvent> seen = Collections.synchronizedList(new ArrayList<>());

  @Test
  void eventsArriveInOrder() throws InterruptedException {
    EventDelivery delivery = new EventDelivery("c", List.of(seen::add));
    for (int i = 0; i < 100; i++) {
      delivery.publish(warned("w" + i));
    }
    delivery.close();
    delivery.drain(10_000);

    assertThat(seen).hasSize(100).first().isEqualTo(warned("w0"));
    assertThat(seen.get(99)).isEqualTo(warned("w99"));
  }

  @Test
  void aFailingListenerHarmsNobody() throws InterruptedException {
    EventDelivery delivery =
        new EventDelivery(
            "c",
            List.of(
                event -> {
                  throw new IllegalStateException("on purpose");
                },
                seen::add));
    delivery.publish(warned("a"));
    delivery.publish(warned("b"));
    delivery.close();
    delivery.drain(10_000);

    assertThat(seen).hasSize(2);
  }

  @Test
  void aSlowListenerGetsOnlyTheLatestProgress() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    EventDelivery delivery =
        new EventDelivery(
            "c",
            List.of(
                event -> {
                  entered.countDown();
                  await(go);
                  seen.add(event);
                }));
    delivery.publish(warned("first"));
    await(entered);
    for (int epoch = 1; epoch <= 50; epoch++) {
      delivery.publish(progress(epoch));
    }
    go.countDown();
    delivery.close();
    delivery.drain(10_000);

    assertThat(seen).containsExactly(warned("first"), progress(50));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Warned warned(String message) {
    return new Warned("c", Instant.EPOCH, message);
  }

  private static TrialProgressed progress(int epoch) {
    return new TrialProgressed("c", Instant.EPOCH, 1, new EpochProgress(epoch, 50, 1, 1, 5));
  }
}
