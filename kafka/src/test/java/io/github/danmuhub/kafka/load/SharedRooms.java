package io.github.danmuhub.kafka.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Rooms that count, a broker, and the workers of one zone that share them. */
final class SharedRooms implements AutoCloseable {
  /** Attempts a minute: the platform's own are 600. */
  private static final int PACE = Integer.getInteger("danmu.load.pace", 60_000);

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path dir;
  private final BrokerProcess broker;
  private final NumberedRooms rooms;

  private SharedRooms(Path dir, BrokerProcess broker, NumberedRooms rooms) {
    this.dir = dir;
    this.broker = broker;
    this.rooms = rooms;
  }

  /**
   * Starts the broker and the rooms' platform; nobody hears them yet.
   *
   * @param dir empty
   * @param rate messages a second of each room
   */
  static SharedRooms start(Path dir, int rooms, double rate) throws IOException {
    BrokerProcess broker = BrokerProcess.start(Files.createDirectory(dir.resolve("broker")));
    try {
      return new SharedRooms(
          dir, broker, NumberedRooms.start(dir.resolve("rooms.log"), rooms, rate));
    } catch (IOException | RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  BrokerProcess broker() {
    return broker;
  }

  /**
   * Starts another worker.
   *
   * @param more settings of its {@code kafka}, such as {@code protocol: consumer}
   */
  HubProcess worker(String name, String more) throws IOException {
    String yaml =
        """
        server: {archive: LOG, limits: {rooms: 10000}}
        platforms: {bilibili: {connects-per-minute: %d, protover: 0}}
        kafka: {brokers: ['%s'], worker: %s, %s}
        """
            .formatted(PACE, broker.address(), name, more);
    return HubProcess.start(dir.resolve(name), yaml, rooms.uri());
  }

  /** What {@code danmu rooms VERB} says, which ends well. */
  String danmu(String verb, List<String> arguments) throws IOException {
    RoomsCommand.Ended ended = RoomsCommand.run(dir, broker, verb, arguments);
    assertThat(ended.exitCode()).as(ended.said()).isZero();
    return ended.said();
  }

  static double live(HubProcess... workers) {
    return Stream.of(workers).mapToDouble(each -> Figures.of(each, "danmu_room_live")).sum();
  }

  static void awaitLive(int rooms, HubProcess... workers) {
    await().atMost(PATIENCE).until(() -> live(workers) == rooms);
  }

  @Override
  public void close() {
    rooms.close();
    broker.close();
  }
}
