package io.github.danmuhub;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.platform.douyin.site.Purchases;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import io.github.danmuhub.stream.Subscription;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every gift of a script comes twice, out of order and without its end, ten thousand messages a
 * second over a real socket; and every giver's sum of every gift is what they bought.
 */
class DouyinGiftChaosTest {
  private static final RoomRef ROOM = new RoomRef("douyin", "80017709309");
  private static final double RATE = 10_000;

  /** Combos stay within a scene of so many messages. */
  private static final long SCENE = 20;

  /** Nothing is stirred further than within its own frame. */
  private static final long FRAME = 60;

  private final Map<String, Long> units = new ConcurrentHashMap<>();
  private final AtomicLong began = new AtomicLong();
  private final AtomicLong from = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong latest = new AtomicLong();

  @Test
  void aThousandPurchasesInDisorderSumToWhatWasBought() throws IOException {
    chaos(1_000);
  }

  @Tag("load")
  @Test
  void tenThousandPurchasesInDisorderSumToWhatWasBought() throws IOException {
    chaos(10_000);
  }

  private void chaos(long purchases) throws IOException {
    // two acts a scene, and six of twenty-three acts are purchases
    long messages = purchases * SCENE * 2;
    PendingFaults faults = new PendingFaults(Map.of(Fault.GIFT_CHAOS, PendingFaults.ALWAYS), 0);
    SimulationOptions options = SimulatedWorld.options(ROOM, faults, RATE, List.of());
    try (Simulator simulator =
            Simulator.start(List.of(new Douyin()), new SimulatorOptions(0, options));
        DanmuClient client = DanmuClient.builder(new Douyin()).simulator(simulator.uri()).build()) {
      Subscription ear = client.events().subscribe("test", 1 << 17, event -> hear(event, messages));
      client.open(ROOM.toString());
      await().atMost(120, SECONDS).until(() -> latest.get() > messages + FRAME);
      assertThat(ear.dropped()).isZero();
    }
    long seed = options.seed();
    assertThat(Purchases.count(seed, from.get(), messages)).isGreaterThanOrEqualTo(purchases);
    assertThat(units).isEqualTo(Purchases.units(seed, from.get(), messages));
  }

  /** Counts what belongs to whole scenes, up to message number {@code to}. */
  private void hear(LiveEvent event, long to) {
    String id = event.origin().id();
    if (id == null) {
      return;
    }
    // an id is the millisecond of the message, and the end of its number
    long millisecond = Long.parseLong(id) / 1_000;
    if (event.origin().history()) {
      began.accumulateAndGet(millisecond + 1, Math::max);
      return;
    }
    long number = (millisecond - began.get()) * 10 + Long.parseLong(id) % 10;
    from.compareAndSet(Long.MAX_VALUE, (number / SCENE + 1) * SCENE);
    latest.accumulateAndGet(number, Math::max);
    if (event instanceof Gift gift && number >= from.get() && number < to) {
      String key = requireNonNull(gift.user().id()) + "/" + gift.item().id();
      units.merge(key, gift.count(), Long::sum);
    }
  }
}
