package io.github.danmuhub.kafka.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
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
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long HEAP_PER_ROOM = 32 << 10;

  private final Path dir;

  IdleRoomsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private HubProcess worker(BrokerProcess broker, NumberedRooms rooms) throws Exception {
    String yaml =
        """
        server: {archive: LOG, limits: {rooms: %d}}
        platforms: {bilibili: {connects-per-minute: 60000}}
        kafka: {brokers: ['%s'], worker: cat-1}
        """
            .formatted(ROOMS + 1, broker.address());
    return HubProcess.start(dir.resolve("cat-1"), yaml, rooms.uri());
  }

  private static void awaitLive(int rooms, HubProcess worker) {
    await().atMost(PATIENCE).until(() -> Figures.of(worker, "danmu_room_live") == rooms);
  }

  private void add(BrokerProcess broker, List<String> rooms) throws Exception {
    RoomsCommand.Ended added = RoomsCommand.run(dir, broker, "add", rooms);
    assertThat(added.exitCode()).as(added.said()).isZero();
  }

  /** The first rooms bring the classes and tables that all share. */
  @Test
  void oneWorkerHoldsThemAllOnALittleHeap() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(Files.createDirectory(dir.resolve("broker")));
        NumberedRooms rooms = NumberedRooms.start(dir.resolve("rooms.log"), ROOMS, RATE);
        HubProcess worker = worker(broker, rooms)) {
      int few = ROOMS / 100;
      add(broker, NAMES.subList(0, few));
      awaitLive(few, worker);
      long before = worker.heap();
      long begun = System.nanoTime();
      add(broker, NAMES.subList(few, ROOMS));
      awaitLive(ROOMS, worker);
      long tookMs = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      long perRoom = (worker.heap() - before) / (ROOMS - few);
      System.out.printf(
          "one worker: %d rooms live after %d ms, %d bytes of heap a room%n",
          ROOMS, tookMs, perRoom);
      assertThat(perRoom).isLessThanOrEqualTo(HEAP_PER_ROOM);
    }
  }
}
