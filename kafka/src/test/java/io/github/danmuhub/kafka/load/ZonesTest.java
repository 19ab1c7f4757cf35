package io.github.danmuhub.kafka.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two zones of two workers, each of which hears half of the rooms, two deduplicators and a broker:
 * all killed in turn. What the rooms say is numbered, so that each message that is missing or there
 * twice is counted.
 */
@Tag("load")
class ZonesTest {
  private static final int ROOMS = Integer.getInteger("danmu.load.rooms", 400);
  private static final int RATE = Integer.getInteger("danmu.load.rate", 10);
  private static final List<String> NAMES = NumberedRooms.names(ROOMS);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration A_MOMENT = Duration.ofSeconds(5);
  private static final Duration A_WHILE = Duration.ofSeconds(15);

  private static String worker(BrokerProcess broker, String zone, int half) {
    List<String> rooms = rooms(half);
    return """
    server: {archive: LOG}
    platforms: {bilibili: {connects-per-minute: 60000, protover: 0}}
    kafka: {brokers: ['%s'], worker: %s-%d, zone: %s, rooms: false}
    rooms: [%s]
    """
        .formatted(broker.address(), zone, half, zone, String.join(", ", rooms));
  }

  private static List<String> rooms(int half) {
    return half == 0 ? NAMES.subList(0, ROOMS / 2) : NAMES.subList(ROOMS / 2, ROOMS);
  }

  private static String deduplicator(BrokerProcess broker, String name) {
    return "kafka: {brokers: ['%s'], worker: %s, events: false, rooms: false, merge: true}\n"
        .formatted(broker.address(), name);
  }

  private static long live(HubProcess hub) {
    try {
      JsonNode rooms =
          new JsonMapper().readTree(hub.uri().resolve("/api/rooms").toURL()).path("rooms");
      return rooms.valueStream().filter(room -> room.path("state").asText().equals("live")).count();
    } catch (IOException e) {
      return -1;
    }
  }

  private static void awaitLive(HubProcess... hubs) {
    for (HubProcess hub : hubs) {
      await().atMost(PATIENCE).until(() -> live(hub) == ROOMS / 2);
    }
  }

  /** Time passes: the rooms go on saying something. */
  private static void listen(Duration howLong) {
    await().pollDelay(howLong).atMost(PATIENCE).until(() -> true);
  }

  private static boolean isMerged(Admin admin) throws ExecutionException, InterruptedException {
    Set<TopicPartition> partitions =
        admin
            .describeTopics(List.of("danmu.events"))
            .allTopicNames()
            .get()
            .get("danmu.events")
            .partitions()
            .stream()
            .map(partition -> new TopicPartition("danmu.events", partition.partition()))
            .collect(Collectors.toSet());
    var ends =
        admin
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
            .all()
            .get();
    Map<TopicPartition, OffsetAndMetadata> merged =
        admin.listConsumerGroupOffsets("danmu.merge").partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .allMatch(
            end ->
                end.getValue().offset() == 0
                    || (merged.get(end.getKey()) != null
                        && merged.get(end.getKey()).offset() >= end.getValue().offset()));
  }

  @Test
  void whateverIsKilledNothingIsMissingAndNothingThereTwice(@TempDir Path dir) throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(Files.createDirectory(dir.resolve("broker")));
        NumberedRooms rooms = NumberedRooms.start(dir.resolve("rooms.log"), ROOMS, RATE);
        HubProcess a0 = HubProcess.start(dir.resolve("a0"), worker(broker, "a", 0), rooms.uri());
        HubProcess a1 = HubProcess.start(dir.resolve("a1"), worker(broker, "a", 1), rooms.uri());
        HubProcess b0 = HubProcess.start(dir.resolve("b0"), worker(broker, "b", 0), rooms.uri());
        HubProcess b1 = HubProcess.start(dir.resolve("b1"), worker(broker, "b", 1), rooms.uri());
        HubProcess m0 =
            HubProcess.start(dir.resolve("m0"), deduplicator(broker, "m-0"), rooms.uri());
        HubProcess m1 =
            HubProcess.start(dir.resolve("m1"), deduplicator(broker, "m-1"), rooms.uri());
        Admin admin =
            Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) broker.address()))) {
      awaitLive(a0, a1, b0, b1);
      listen(A_WHILE);
      a0.kill(); // a worker of one zone
      listen(A_WHILE);
      a0.startAgain();
      awaitLive(a0);
      listen(A_WHILE);
      m0.kill(); // one of two deduplicators
      listen(A_WHILE);
      m1.kill(); // and the other
      m0.startAgain();
      listen(A_WHILE);
      m1.startAgain();
      broker.kill(); // what all of them need
      listen(A_MOMENT);
      broker.startAgain();
      listen(A_WHILE);
      a1.kill(); // both who hear these rooms
      b1.kill();
      a1.startAgain();
      b1.startAgain();
      awaitLive(a1, b1);
      listen(A_WHILE);
      for (HubProcess worker : List.of(a0, a1, b0, b1)) {
        worker.stop();
      }
      await().atMost(PATIENCE).until(() -> isMerged(admin));

      Told heard = Told.in(broker.address(), "danmu.events");
      Told merged = Told.in(broker.address(), "danmu.merged");
      System.out.printf(
          "%d rooms: %,d messages, %,d of them heard twice; merged: %,d, %d missing, %d twice;"
              + " rooms by gaps: %s of those that one zone missed, %s of those that both did (%,d"
              + " messages), which differ from the gaps by %d ms at most%n",
          merged.rooms(),
          heard.messages(),
          heard.twice(),
          merged.messages(),
          heard.without(merged),
          merged.twice(),
          merged.gaps(rooms(0)),
          merged.gaps(rooms(1)),
          merged.missing(rooms(1)),
          merged.gapError(rooms(1), RATE));
      assertThat(merged.rooms()).isEqualTo(ROOMS);
      assertThat(heard.without(merged)).isZero();
      assertThat(merged.twice()).isZero();
      assertThat(merged.missing(rooms(0))).isZero();
      assertThat(merged.gaps(rooms(0))).containsOnlyKeys(0);
      assertThat(merged.gaps(rooms(1))).containsOnlyKeys(1);
    }
  }
}
