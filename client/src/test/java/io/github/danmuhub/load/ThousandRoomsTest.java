package io.github.danmuhub.load;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.load.ChildSimulator.Hosting;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.Bilibili;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand rooms in one client, opened at the real pace, each quiet after one chat. */
@Tag("load")
class ThousandRoomsTest {
  private static final Hosting ROOMS = new Hosting(1_000, 1, 1, "");

  /** Live before the first measurement: what all rooms share is not counted to one. */
  private static final int FIRST = 20;

  private static final long HEAP_PER_ROOM = 24 << 10;

  @Test
  void aThousandRoomsAreLiveOnTwoLoopsAndCostLittleHeap() throws IOException {
    try (ChildSimulator server = ChildSimulator.start(ROOMS);
        DanmuClient client =
            DanmuClient.builder(new Bilibili()).simulator(server.uri()).loops(2).build()) {
      open(client, ROOMS.refs().subList(0, FIRST));
      long before = Heap.held();
      open(client, ROOMS.refs().subList(FIRST, ROOMS.rooms()));
      long perRoom = (Heap.held() - before) / (ROOMS.rooms() - FIRST);
      System.out.printf("ThousandRoomsTest: %d bytes of heap per idle room%n", perRoom);
      assertThat(perRoom).isLessThanOrEqualTo(HEAP_PER_ROOM);
      assertThat(loopThreads()).isBetween(1L, 2L);
      await().during(60, SECONDS).atMost(2, MINUTES).until(() -> allLive(client));
      assertThat(client.rooms()).allMatch(room -> room.health().counts().reconnects() == 0);
      assertThat(client.rooms()).allMatch(room -> room.health().roundTripMs() >= 0);
    }
  }

  private static void open(DanmuClient client, List<RoomRef> rooms) {
    rooms.forEach(room -> client.open(room.toString()));
    await().atMost(5, MINUTES).until(() -> allLive(client));
    await().atMost(1, MINUTES).until(() -> client.rooms().stream().allMatch(r -> heard(r)));
  }

  private static boolean allLive(DanmuClient client) {
    return client.rooms().stream().allMatch(room -> room.state() == State.LIVE);
  }

  /** The lookup's events, and the chat. */
  private static boolean heard(RoomConnection room) {
    return room.health().counts().frames() >= 3;
  }

  private static long loopThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("danmu-loop-"))
        .count();
  }
}
