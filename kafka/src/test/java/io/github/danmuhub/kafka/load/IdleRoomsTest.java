package io.github.danmuhub.kafka.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of rooms in one worker, in which next to nothing is said: what one costs. */
@Tag("load")
class IdleRoomsTest {
  private static final int ROOMS = Integer.getInteger("danmu.load.idle", 5_000);

  /** One message in 50 s. */
  private static final double RATE = 0.02;

  private static final List<String> NAMES = NumberedRooms.names(ROOMS);
  private static final long HEAP_PER_ROOM = 32 << 10;

  private final Path dir;

  IdleRoomsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  /** The first rooms bring the classes and tables that all share. */
  @Test
  void oneWorkerHoldsThemAllOnALittleHeap() throws Exception {
    try (SharedRooms shared = SharedRooms.start(dir, ROOMS, RATE);
        HubProcess worker = shared.worker("cat-1", "zone: main")) {
      int few = ROOMS / 100;
      shared.danmu("add", NAMES.subList(0, few));
      SharedRooms.awaitLive(few, worker);
      long before = worker.heap();
      long begun = System.nanoTime();
      shared.danmu("add", NAMES.subList(few, ROOMS));
      SharedRooms.awaitLive(ROOMS, worker);
      long tookMs = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      long perRoom = (worker.heap() - before) / (ROOMS - few);
      System.out.printf(
          "one worker: %d rooms live after %d ms, %d bytes of heap a room%n",
          ROOMS, tookMs, perRoom);
      assertThat(perRoom).isLessThanOrEqualTo(HEAP_PER_ROOM);
    }
  }
}
