package io.github.danmuhub.kafka.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.kafka.broker.RecordHeaders;
import io.github.danmuhub.kafka.broker.Worker;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink behind a log on the disk, from one run to the next. */
class SinkFollowsLogTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Worker WORKER = new Worker("cat-1", "a", "danmu-a");
  private static final DiskListener NOBODY = DiskListener.saying(w -> {}, w -> {}, "event");
  private static final Cluster CLUSTER =
      new Cluster(
          "of one",
          List.of(Node.noNode()),
          List.of(new PartitionInfo("events", 0, Node.noNode(), new Node[0], new Node[0])),
          Set.of(),
          Set.of());

  private static final PartStatus QUIET =
      new PartStatus() {
        @Override
        public void failing(Phrase why) {}

        @Override
        public void working(Phrase words) {}
      };

  private final Path dir;

  SinkFollowsLogTest(@TempDir Path dir) {
    this.dir = dir;
  }

  /** So small that some events make a segment, and none of them stays in memory. */
  private EventLog open() throws Exception {
    LogOptions small =
        LogOptions.of(dir)
            .withRotation(2_000, Duration.ofHours(1))
            .withCompression(Compression.NONE)
            .withFlush(Duration.ofMillis(10));
    return EventLog.onDisk(1, 1, LogFolder.open(small, NOBODY));
  }

  /** One run of the sink; each has an epoch of its own. */
  private final class Run implements AutoCloseable {
    private final MockProducer<String, byte[]> producer =
        new MockProducer<>(CLUSTER, true, null, new StringSerializer(), new ByteArraySerializer());
    private final EventSink sink;
    private final LogFollower follower;

    Run(EventLog log, long epoch) throws Exception {
      Tenures tenures = Tenures.open(dir, log::last, epoch);
      EventRecords records = new EventRecords("events", WORKER, tenures, log::cursor);
      sink = new EventSink(() -> producer, records, tenures, new Outage(QUIET));
      follower = LogFollower.start(log, dir, "kafka-events", sink, why -> {}, words -> {});
    }

    List<RecordHeaders> sent() {
      return producer.history().stream().map(Chats::headers).toList();
    }

    void awaitSeq(long seq, EventLog log) {
      String cursor = log.cursor(seq).toString();
      await().atMost(LONG).until(() -> sent().stream().anyMatch(h -> cursor.equals(h.seq())));
    }

    @Override
    public void close() {
      end();
    }

    /** The events go on without it. */
    void end() {
      follower.close();
      sink.close();
    }
  }

  private static void append(EventLog log, int from, int to) {
    for (int i = from; i <= to; i++) {
      log.append(Chats.of(Integer.toString(i % 2), 1_000L * i, "event " + i));
    }
  }

  @Test
  void theNextRunGoesOnWhereTheClusterHadAllAndSaysWhatIsLate() throws Exception {
    try (EventLog log = open();
        Run run = new Run(log, 100)) {
      append(log, 1, 10);
      run.awaitSeq(10, log);
      run.end();
      append(log, 11, 20);
    }
    try (EventLog log = open();
        Run run = new Run(log, 200)) {
      append(log, 21, 22);
      run.awaitSeq(24, log); // the log itself tells a gap of each room
      assertThat(run.sent()).hasSize(14);
      assertThat(run.sent().get(0).seq()).isEqualTo(log.cursor(11).toString());
      assertThat(run.sent().subList(0, 10)).allMatch(h -> h.by().late() && h.by().epoch() == 100);
      assertThat(run.sent().subList(10, 14)).allMatch(h -> !h.by().late() && h.by().epoch() == 200);
    }
  }

  @Test
  void whatFellOutOfTheLogIsToldToEachRoomAndCounted() throws Exception {
    try (EventLog log = open();
        Run run = new Run(log, 100)) {
      append(log, 1, 2);
      run.awaitSeq(2, log);
      run.end();
      append(log, 3, 60);
    }
    List<Segment> segments = new SegmentFolder(dir).segments();
    for (Segment oldest : segments.subList(0, segments.size() / 2)) {
      Files.delete(oldest.path());
    }
    try (EventLog log = open();
        Run run = new Run(log, 200)) {
      run.awaitSeq(60, log);
      long kept = run.sent().stream().filter(h -> !h.gap()).count();
      assertThat(run.sink.lost()).isPositive().isEqualTo(58 - kept);
      assertThat(run.sent().stream().filter(RecordHeaders::gap))
          .extracting(RecordHeaders::room)
          .containsExactlyInAnyOrder("0", "1");
      assertThat(run.sent().get(0).gap()).isTrue();
    }
  }
}
