package io.github.danmuhub.kafka.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.kafka.broker.Worker;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSinkTest {
  private static final Worker WORKER = new Worker("cat-1", "a", "danmu-a");

  private static final Cluster CLUSTER =
      new Cluster(
          "of one",
          List.of(Node.noNode()),
          List.of(new PartitionInfo("danmu.events", 0, Node.noNode(), new Node[0], new Node[0])),
          Set.of(),
          Set.of());

  /** Of a hub that goes on. */
  private static final LogFollower.Ending FAR = new Near(false);

  private final EventLog log = EventLog.inMemory(1_000, 64 << 20);
  private final List<MockProducer<String, byte[]>> producers = new CopyOnWriteArrayList<>();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Tenures tenures;
  private final EventSink sink;
  private boolean acknowledgesAll = true;

  private record Near(boolean isNear) implements LogFollower.Ending {
    @Override
    public void await(Duration atMost) {}
  }

  EventSinkTest(@TempDir Path dir) throws Exception {
    tenures = Tenures.open(dir, log::last, 1_000);
    Outage outage =
        new Outage(
            new PartStatus() {
              @Override
              public void failing(Phrase why) {
                said.add(why.toString());
              }

              @Override
              public void working(Phrase words) {
                said.add(words.toString());
              }
            });
    EventRecords records = new EventRecords("danmu.events", WORKER, tenures, log::cursor);
    sink = new EventSink(this::producer, records, tenures, outage);
  }

  @AfterEach
  void end() {
    sink.close();
    log.close();
  }

  private MockProducer<String, byte[]> producer() {
    MockProducer<String, byte[]> made =
        new MockProducer<>(
            CLUSTER, acknowledgesAll, null, new StringSerializer(), new ByteArraySerializer());
    producers.add(made);
    return made;
  }

  private MockProducer<String, byte[]> newest() {
    return producers.get(producers.size() - 1);
  }

  private Page append(String room, long at, String text) throws Exception {
    log.append(Chats.of(room, at, text));
    List<Entry> all = Chats.page(log).entries();
    return new Page(0, all.subList(all.size() - 1, all.size()), log.last(), false);
  }

  private List<RecordHeaders> sent() {
    return newest().history().stream().map(Chats::headers).toList();
  }

  @Test
  void anEventGoesOutUnderItsRoomAsItStandsInTheLog() throws Exception {
    sink.resume("");
    Page page = append("1", 5_000, "hi");
    assertThat(sink.take(page, FAR)).isTrue();
    ProducerRecord<String, byte[]> record = newest().history().get(0);
    assertThat(record.topic()).isEqualTo("danmu.events");
    assertThat(record.key()).isEqualTo("huya:1");
    assertThat(record.value()).isEqualTo(page.entries().get(0).json());
    assertThat(Chats.headers(record))
        .isEqualTo(
            new RecordHeaders(
                new RecordHeaders.Hearer("cat-1", "a", 1_000, false),
                "huya",
                "1",
                "chat",
                "id-5000",
                log.cursor(1).toString()));
    assertThat(sink.memory()).isEqualTo("5000 0 0");
    assertThat(sink.delivered()).isEqualTo(1);
  }

  @Test
  void anEventOfAnAssignedRoomHasThatTenuresEpoch() throws Exception {
    sink.resume("");
    tenures.began(List.of("huya:1"), 7);
    sink.take(append("1", 5_000, "hi"), FAR);
    tenures.ended(List.of("huya:1"));
    sink.take(append("1", 6_000, "late"), FAR);
    assertThat(sent()).allMatch(record -> record.by().epoch() == 7);
    assertThat(sent()).extracting(record -> record.by().late()).containsExactly(false, true);
  }

  @Test
  void theCursorWaitsUntilAllIsAcknowledged() throws Exception {
    acknowledgesAll = false;
    sink.resume("");
    sink.take(append("1", 5_000, "a"), FAR);
    sink.take(append("1", 6_000, "b"), FAR);
    CompletableFuture<String> memory = CompletableFuture.supplyAsync(this::memory);
    assertThat(newest().completeNext()).isTrue();
    assertThat(memory).isNotDone();
    assertThat(newest().completeNext()).isTrue();
    assertThat(memory.get(60, TimeUnit.SECONDS)).isEqualTo("6000 0 0");
  }

  private String memory() {
    try {
      return sink.memory();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatFailedIsSentAgainByAnotherProducer() throws Exception {
    acknowledgesAll = false;
    sink.resume("");
    Page page = append("1", 5_000, "hi");
    sink.take(page, FAR);
    newest().errorNext(new TimeoutException("no broker"));
    assertThatThrownBy(sink::memory)
        .isInstanceOf(BrokerException.class)
        .hasMessage("no broker answers; what is heard waits in the log");
    acknowledgesAll = true;
    sink.resume("");
    assertThat(producers.get(0).closed()).isTrue();
    sink.take(page, FAR);
    assertThat(sink.memory()).isEqualTo("5000 0 0");
    assertThat(sent()).hasSize(1);
  }

  @Test
  void aRightThatIsMissingIsToldInWords() throws Exception {
    acknowledgesAll = false;
    sink.resume("");
    sink.take(append("1", 5_000, "hi"), FAR);
    newest().errorNext(new TopicAuthorizationException("Not authorized: [danmu.events]"));
    assertThatThrownBy(sink::memory).hasMessageContaining("does not allow it: Not authorized");
  }

  @Test
  void whatNoBrokerTakesIsAGapInItsPlace() throws Exception {
    acknowledgesAll = false;
    sink.resume("");
    sink.take(append("1", 5_000, "long"), FAR);
    newest().errorNext(new RecordTooLargeException("larger than the topic's"));
    CompletableFuture<String> memory = CompletableFuture.supplyAsync(this::memory);
    await().until(() -> newest().history().size() == 2);
    newest().completeNext();
    assertThat(memory.get(60, TimeUnit.SECONDS)).isEqualTo("5000 0 0");
    assertThat(sent().get(1).gap()).isTrue();
    assertThat(sent().get(1).seq()).isEqualTo(sent().get(0).seq());
    assertThat(new String(newest().history().get(1).value(), UTF_8))
        .contains("is too large for Kafka");
    assertThat(sink.tooLarge()).isEqualTo(1);
  }

  @Test
  void whatFellOutOfTheLogIsAGapBeforeWhatFollows() throws Exception {
    sink.resume("4000 0 0");
    Page page = append("1", 5_000, "hi");
    sink.take(new Page(3, page.entries(), page.next(), false), FAR);
    assertThat(sent()).extracting(RecordHeaders::type).containsExactly("gap", "chat");
    assertThat(sent().get(0).seq()).isNull();
    assertThat(sink.lost()).isEqualTo(3);
    assertThat(sink.memory()).isEqualTo("5000 4000 5000");
  }

  @Test
  void whatIsOnItsWayIsBounded() throws Exception {
    acknowledgesAll = false;
    sink.resume("");
    String mib = "x".repeat(1 << 20);
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      entries.addAll(append("1", i, mib).entries());
    }
    Page page = new Page(0, entries, log.last(), false);
    CompletableFuture<Boolean> taken =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return sink.take(page, FAR);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    await().until(() -> newest().history().size() == 8);
    for (int acknowledged = 1; acknowledged <= 4; acknowledged++) {
      int due = 8 + acknowledged;
      newest().completeNext();
      await().until(() -> newest().history().size() == due);
    }
    assertThat(taken.get(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void atTheEndWhatIsNotAcknowledgedIsLeftToTheNextStart() throws Exception {
    acknowledgesAll = false;
    sink.resume("");
    assertThat(sink.take(append("1", 5_000, "hi"), new Near(true))).isFalse();
    assertThat(sink.behind(7_000)).isEqualTo(2_000);
    sink.resume("");
    assertThat(sink.behind(7_000)).as("nor does the next one have it").isEqualTo(2_000);
  }

  @Test
  void atTheEndWhatIsAcknowledgedIsDone() throws Exception {
    sink.resume("");
    assertThat(sink.take(append("1", 5_000, "hi"), new Near(true))).isTrue();
    assertThat(sink.behind(7_000)).isZero();
    assertThat(said).isEmpty();
  }
}
