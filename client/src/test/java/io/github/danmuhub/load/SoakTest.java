package io.github.danmuhub.load;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.Timing;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.load.ChildSimulator.Hosting;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.stream.Subscription;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 50 rooms of 20 messages a second for a minute. */
@Tag("load")
class SoakTest {
  private static final Hosting ROOMS = new Hosting(50, 1_200, 20, "");
  private static final int ALL = ROOMS.rooms() * ROOMS.chats();

  /** The window is full before the first measurement: what grows after it is a leak. */
  private static final Timing SMALL_WINDOW = Timing.standard().withDedupeWindow(256);

  /** 40,000 messages lie between the measurements: less than 27 bytes of each may be left. */
  private static final long FLAT = 1 << 20;

  private final Map<String, AtomicInteger> nextNumber = new ConcurrentHashMap<>();
  private final AtomicInteger inOrder = new AtomicInteger();
  private final AtomicInteger outOfOrder = new AtomicInteger();

  @Test
  void nothingIsLostInAMinuteOfHeavyTrafficAndTheHeapStaysFlat() throws IOException {
    try (ChildSimulator server = ChildSimulator.start(ROOMS);
        DanmuClient client =
            DanmuClient.builder(new Bilibili())
                .simulator(server.uri())
                .timing(SMALL_WINDOW)
                .build()) {
      Subscription ear = client.listen("test", this::hear);
      ROOMS.refs().forEach(room -> client.open(room.toString()));
      awaitChats(ALL / 3);
      long before = Heap.held();
      awaitChats(ALL);
      long growth = Heap.held() - before;
      System.out.printf(
          "SoakTest: %d of %d chats in order, heap %d KiB, grown by %d KiB since a third%n",
          inOrder.get(), ALL, before >> 10, growth >> 10);
      assertThat(inOrder).hasValue(ALL);
      assertThat(outOfOrder).hasValue(0);
      assertThat(ear.dropped()).isZero();
      assertThat(client.rooms()).allMatch(SoakTest::isSpotless);
      assertThat(growth).isLessThan(FLAT);
    }
  }

  /** A chat counts if it is the one that its room has to say next. */
  private void hear(LiveEvent event) {
    if (event instanceof Chat chat) {
      AtomicInteger next =
          nextNumber.computeIfAbsent(chat.origin().room(), room -> new AtomicInteger());
      boolean expected = chat.text().equals(Integer.toString(next.getAndIncrement()));
      (expected ? inOrder : outOfOrder).incrementAndGet();
    }
  }

  private void awaitChats(int count) {
    await().atMost(5, MINUTES).until(() -> inOrder.get() + outOfOrder.get() >= count);
  }

  private static boolean isSpotless(RoomConnection room) {
    var health = room.health();
    return health.counts().malformed() == 0
        && health.counts().unknown() == 0
        && health.counts().dropped() == 0
        && health.counts().reconnects() == 0;
  }
}
