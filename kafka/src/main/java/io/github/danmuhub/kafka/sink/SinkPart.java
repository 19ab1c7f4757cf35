package io.github.danmuhub.kafka.sink;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.kafka.broker.Clients;
import io.github.danmuhub.kafka.broker.Topics;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.LogFollower;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Events out: what the hub logs goes into {@code danmu.events}. A cluster that is not there when it
 * starts is waited for, as one that goes away later is.
 */
public final class SinkPart implements Part {
  /** The name of its cursor. */
  private static final String NAME = "kafka-events";

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

  /** The follower is not to hang in a call: it waits between two. */
  private static final int BLOCK_MS = 1_000;

  private final KafkaConfig config;
  private final Path dir;
  private final Supplier<EventLog> log;
  private @Nullable Tenures tenures;
  private @Nullable EventSink sink;
  private @Nullable LogFollower follower;

  /**
   * @param dir the folder of the log
   * @param log asked for at the start
   */
  public SinkPart(KafkaConfig config, Path dir, Supplier<EventLog> log) {
    this.config = config;
    this.dir = dir;
    this.log = log;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** A worker whose events go nowhere would hear its rooms for nothing. */
  @Override
  public boolean required() {
    return true;
  }

  @Override
  public void start(PartStatus status) throws IOException {
    Clients clients = Clients.of(config);
    Topics topics = new Topics(config.topics());
    EventLog read = log.get();
    long seconds = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
    Tenures opened = Tenures.open(dir, read::last, seconds);
    Outage outage = new Outage(status);
    EventRecords records =
        new EventRecords(topics.events(), clients.worker(), opened, read::cursor);
    EventSink made = new EventSink(() -> open(clients, topics), records, opened, outage);
    tenures = opened;
    sink = made;
    follower = LogFollower.start(read, dir, NAME, made, outage::begins, words -> {});
  }

  private static Producer<String, byte[]> open(Clients clients, Topics topics) throws IOException {
    Admin admin = clients.admin(NAME);
    try {
      topics.make(admin);
      return clients.producer("events", Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MS));
    } finally {
      close(admin);
    }
  }

  private static void close(Admin admin) throws InterruptedIOException {
    try {
      admin.close(Duration.ZERO);
    } catch (InterruptException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while Kafka was left");
    }
  }

  /** Told by whom rooms are assigned; once it has started. */
  public Tenures tenures() {
    return requireNonNull(tenures);
  }

  @Override
  public void measure(MeterRegistry metrics) {
    EventSink counted = requireNonNull(sink);
    FunctionCounter.builder("danmu.kafka.sent", counted, EventSink::delivered)
        .description("records of events that the cluster has")
        .register(metrics);
    FunctionCounter.builder("danmu.kafka.lost", counted, EventSink::lost)
        .description("events that fell out of the log before they could be sent")
        .register(metrics);
    FunctionCounter.builder("danmu.kafka.too.large", counted, EventSink::tooLarge)
        .description("events that no broker takes; a gap stands for each")
        .register(metrics);
    Gauge.builder("danmu.kafka.behind.seconds", counted, SinkPart::behindSeconds)
        .description("the age of the oldest event that the cluster may not have")
        .register(metrics);
  }

  private static double behindSeconds(EventSink sink) {
    return sink.behind(System.currentTimeMillis()) / 1_000.0;
  }

  /** What the log holds is sent first, as far as there is time; the rest is, at the next start. */
  @Override
  public void close() {
    requireNonNull(follower).close(CLOSE_WITHIN);
    requireNonNull(sink).close();
  }
}
