package io.github.danmuhub.kafka.load;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.log.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events out, while hubs and brokers are killed and frozen: what the log has is in the topic. */
@Tag("load")
class SinkOutageTest {
  private static final int ROOMS = 20;
  private static final int RATE = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration OUTAGE = Duration.ofSeconds(60);
  private static final Duration STOPPED = Duration.ofMillis(1_500);

  private final Path dir;
  private final Path log;

  SinkOutageTest(@TempDir Path dir) throws IOException {
    this.dir = dir;
    this.log = dir.resolve("hub").resolve("log");
    Files.createDirectory(dir.resolve("broker"));
  }

  private NumberedRooms simulator() throws IOException {
    return NumberedRooms.start(dir.resolve("rooms.log"), ROOMS, RATE);
  }

  private HubProcess hub(BrokerProcess broker, NumberedRooms simulator) throws IOException {
    String yaml =
        """
        server: {archive: LOG}
        rooms: ['%s']
        kafka: {brokers: ['%s'], worker: cat-1, rooms: false}
        """
            .formatted(String.join("', '", NumberedRooms.names(ROOMS)), broker.address());
    return HubProcess.start(dir.resolve("hub"), yaml, simulator.uri());
  }

  private static void awaitSent(HubProcess hub, double atLeast) {
    await().atMost(PATIENCE).until(() -> Figures.of(hub, "danmu_kafka_sent_total") > atLeast);
  }

  private static void awaitAllLive(HubProcess hub) {
    await().atMost(PATIENCE).until(() -> Figures.of(hub, "danmu_room_live") == ROOMS);
  }

  private void assertAllIsThere(KeptLog kept, List<RecordHeaders> topic) {
    Set<String> there = new HashSet<>();
    topic.stream().filter(headers -> headers.seq() != null).forEach(h -> there.add(h.seq()));
    assertThat(there).containsAll(kept.cursors());
  }

  /** What comes twice is known by its number; of what is left each room is in order. */
  private static void assertInOrder(List<RecordHeaders> topic) {
    Set<String> known = new HashSet<>();
    topic.stream()
        .filter(headers -> headers.seq() != null && known.add(headers.seq()))
        .collect(groupingBy(headers -> headers.room() + " in " + headers.by().epoch()))
        .forEach(
            (room, heard) ->
                assertThat(heard).extracting(SinkOutageTest::number).as(room).isSorted());
  }

  private static long number(RecordHeaders headers) {
    String seq = String.valueOf(headers.seq());
    return Long.parseLong(seq.substring(seq.indexOf('-') + 1));
  }

  @Test
  void whatAKilledHubHadInItsLogIsInTheTopicUnderItsOldEpoch() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(dir.resolve("broker"));
        NumberedRooms simulator = simulator()) {
      long unsent;
      try (HubProcess hub = hub(broker, simulator)) {
        awaitAllLive(hub);
        awaitSent(hub, 1_000);
        broker.freeze();
        double heard = Figures.of(hub, "danmu_room_events_total");
        await()
            .atMost(PATIENCE)
            .until(() -> Figures.of(hub, "danmu_room_events_total") > heard + 4_000.0);
        unsent = (long) (Figures.of(hub, "danmu_room_events_total") - heard);
      } // kill -9
      broker.thaw();
      try (HubProcess hub = hub(broker, simulator)) {
        awaitAllLive(hub);
        awaitSent(hub, unsent + 1_000.0);
        assertThat(hub.stop()).as("with a broker").isLessThan(STOPPED);
      }
      assertLateTails(broker, KeptLog.read(log));
    }
  }

  private void assertLateTails(BrokerProcess broker, KeptLog kept) throws Exception {
    List<RecordHeaders> topic = TopicReader.headers(broker, "danmu.events");
    assertAllIsThere(kept, topic);
    assertInOrder(topic);
    long first = topic.stream().mapToLong(record -> record.by().epoch()).min().orElseThrow();
    List<RecordHeaders> late = topic.stream().filter(record -> record.by().late()).toList();
    assertThat(late).hasSizeGreaterThan(2_000).allMatch(headers -> headers.by().epoch() == first);
    assertThat(topic).anyMatch(headers -> headers.by().epoch() > first && !headers.by().late());
    System.out.printf(
        "sink, hub killed: %d in the log, %d in the topic, %d late, %d twice%n",
        kept.entries().size(), topic.size(), late.size(), topic.size() - distinct(topic));
  }

  private static long distinct(List<RecordHeaders> topic) {
    return topic.stream().map(RecordHeaders::seq).distinct().count();
  }

  @Test
  void aBrokerThatIsKilledOrFrozenClosesNoSocketAndCostsNothing() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(dir.resolve("broker"));
        NumberedRooms simulator = simulator();
        HubProcess hub = hub(broker, simulator)) {
      awaitAllLive(hub);
      awaitSent(hub, 1_000);
      broker.kill();
      awaitOutage(hub);
      broker.startAgain();
      awaitCaughtUp(hub);
      broker.freeze();
      awaitOutage(hub);
      broker.thaw();
      awaitCaughtUp(hub);
      assertThat(Figures.of(hub, "danmu_room_reconnects_total")).isZero();
      assertThat(Figures.of(hub, "danmu_room_dropped_total")).isZero();
      assertThat(hub.said()).contains("kafka-events: no broker answers");
      assertThat(hub.said()).contains("kafka-events goes on");
      assertThat(hub.stop()).as("with a broker").isLessThan(STOPPED);
      KeptLog kept = KeptLog.read(log);
      assertThat(kept.entries()).extracting(Entry::type).doesNotContain("gap");
      List<RecordHeaders> topic = TopicReader.headers(broker, "danmu.events");
      assertAllIsThere(kept, topic);
      assertInOrder(topic);
      assertThat(topic).noneMatch(RecordHeaders::gap);
      System.out.printf(
          "sink, broker away: %d in the log, %d in the topic, %d twice%n",
          kept.entries().size(), topic.size(), topic.size() - distinct(topic));
    }
  }

  /** It lasts, and the rooms are heard meanwhile. */
  private static void awaitOutage(HubProcess hub) {
    double heard = Figures.of(hub, "danmu_room_events_total");
    long end = System.nanoTime() + OUTAGE.toNanos();
    await().atMost(OUTAGE.multipliedBy(2)).until(() -> System.nanoTime() - end > 0);
    assertThat(Figures.of(hub, "danmu_room_events_total") - heard)
        .isGreaterThan(OUTAGE.toSeconds() * ROOMS * RATE / 4.0);
    assertThat(Figures.of(hub, "danmu_room_live")).isEqualTo(ROOMS);
    assertThat(Figures.of(hub, "danmu_kafka_behind_seconds")).isGreaterThan(30);
  }

  private static void awaitCaughtUp(HubProcess hub) {
    await().atMost(PATIENCE).until(() -> Figures.of(hub, "danmu_kafka_behind_seconds") < 3);
  }

  @Test
  void aHubEndsInTimeThoughItsBrokerIsDead() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(dir.resolve("broker"));
        NumberedRooms simulator = simulator();
        HubProcess hub = hub(broker, simulator)) {
      awaitAllLive(hub);
      awaitSent(hub, 1_000);
      broker.kill();
      await().atMost(PATIENCE).until(() -> hub.said().contains("no broker answers"));
      Duration took = hub.stop();
      System.out.printf("sink, broker dead: the hub ends within %d ms%n", took.toMillis());
      assertThat(took).isLessThan(STOPPED);
    }
  }
}
