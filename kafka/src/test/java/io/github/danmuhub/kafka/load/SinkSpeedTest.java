package io.github.danmuhub.kafka.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.kafka.broker.Clients;
import io.github.danmuhub.kafka.broker.Topics;
import io.github.danmuhub.kafka.sink.SinkPart;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.LogReader;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.text.Phrase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an event costs that goes out, with the log on the disk, beside a producer that is handed the
 * same bytes from memory: processor time of this process, in turns.
 */
@Tag("load")
class SinkSpeedTest {
  private static final int EVENTS = 300_000;
  private static final int ROOMS = 400;
  private static final int ROUNDS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long START = 1_795_248_000_000L;

  private final Path dir;
  private final Path log;

  SinkSpeedTest(@TempDir Path dir) throws Exception {
    this.dir = dir;
    this.log = Files.createDirectory(dir.resolve("log"));
    Files.createDirectory(dir.resolve("broker"));
  }

  /** What a round cost, in seconds. */
  private record Cost(double processor, double clock) {
    String words() {
      return String.format(
          Locale.ROOT,
          "%,.0f events/s a core, %,.0f events/s by the clock",
          EVENTS / processor,
          EVENTS / clock);
    }
  }

  private interface Round {
    void run() throws Exception;
  }

  private static Cost cost(Round round) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long processor = system.getProcessCpuTime();
    long clock = System.nanoTime();
    round.run();
    return new Cost(
        (system.getProcessCpuTime() - processor) / 1e9, (System.nanoTime() - clock) / 1e9);
  }

  private LogFolder folder() throws Exception {
    return LogFolder.open(LogOptions.of(log), DiskListener.saying(w -> {}, w -> {}, "event"));
  }

  private static EventLog open(LogFolder folder) {
    return EventLog.onDisk(10_000, 64 << 20, folder);
  }

  /** As fast as the disk keeps up. */
  private void fill() throws Exception {
    LogFolder folder = folder();
    try (EventLog log = open(folder)) {
      for (int i = 0; i < EVENTS; i++) {
        folder.awaitRoom();
        log.append(chat(i));
      }
      assertThat(log.lost()).isZero();
    }
  }

  private static Chat chat(int i) {
    long at = START + i;
    Origin origin = new Origin("huya", Integer.toString(i % ROOMS), "m" + i, at, at, false, null);
    String text = "这个主播真的太厉害了，第 " + i * 2_654_435_761L + " 次看到 " + Integer.toHexString(i * 31);
    return Chat.of(origin, User.of("uid-" + i % 7_919, "观众" + i % 7_919), text);
  }

  private static List<Entry> some(EventLog log) throws Exception {
    List<Entry> entries = new ArrayList<>();
    Page page = log.read(0, Filter.ALL, 1_000);
    while (!page.isEmpty() && entries.size() < 20_000) {
      entries.addAll(page.entries());
      page = log.read(page.next(), Filter.ALL, 1_000);
    }
    return entries;
  }

  /** A machine that is busy with more than this may make the first round wait. */
  private static final PartStatus QUIET =
      new PartStatus() {
        @Override
        public void failing(Phrase why) {
          System.out.println("sink: " + why);
        }

        @Override
        public void working(Phrase words) {}
      };

  private void sink(KafkaConfig config, EventLog log) throws Exception {
    Files.deleteIfExists(this.log.resolve("kafka-events.cursor"));
    LogReader.open(log, this.log, "kafka-events", Filter.ALL, 0);
    SinkPart part = new SinkPart(config, this.log, () -> log);
    part.start(QUIET);
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    part.measure(metrics);
    await()
        .atMost(PATIENCE)
        .until(() -> metrics.get("danmu.kafka.sent").functionCounter().count() >= EVENTS);
    part.close();
  }

  private static void bare(Producer<String, byte[]> producer, String topic, List<Entry> entries) {
    for (int i = 0; i < EVENTS; i++) {
      Entry entry = entries.get(i % entries.size());
      var unused = producer.send(new ProducerRecord<>(topic, entry.room(), entry.json()));
    }
    producer.flush();
  }

  @Test
  void theSinkCostsLittleMoreThanABareProducer() throws Exception {
    fill();
    try (BrokerProcess broker = BrokerProcess.start(dir.resolve("broker"));
        EventLog log = open(folder())) {
      String yaml = "server: {archive: a}\nkafka: {brokers: ['" + broker.address() + "']}\n";
      KafkaConfig config = Objects.requireNonNull(HubConfigReader.parse("test", yaml).kafka());
      List<Entry> entries = some(log);
      String topic = new Topics(config.topics()).events();
      Cost sink = new Cost(0, 0);
      Cost bare = new Cost(0, 0);
      try (Producer<String, byte[]> producer = Clients.of(config).producer("bare", Map.of())) {
        for (int round = 0; round < ROUNDS; round++) {
          sink = cost(() -> sink(config, log));
          bare = cost(() -> bare(producer, topic, entries));
          System.out.printf("sink: %s; bare: %s%n", sink.words(), bare.words());
        }
      }
      int size = entries.stream().mapToInt(entry -> entry.json().length).sum() / entries.size();
      System.out.printf("%d bytes an event, of %d rooms%n", size, ROOMS);
      assertThat(sink.processor()).isLessThan(6 * bare.processor());
    }
  }
}
