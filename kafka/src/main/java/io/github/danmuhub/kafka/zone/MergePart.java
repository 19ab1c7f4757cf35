package io.github.danmuhub.kafka.zone;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.broker.Clients;
import io.github.danmuhub.kafka.broker.GroupSettings;
import io.github.danmuhub.kafka.broker.Topics;
import io.github.danmuhub.text.Phrase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * This hub as a deduplicator: of what all zones heard it makes one stream. Several share the
 * partitions. A cluster that is not there is waited for; what goes wrong costs time, no event.
 */
public final class MergePart implements Part {
  private static final String NAME = "kafka-merge";
  private static final long AGAIN_AFTER_MS = 1_000;
  private static final long CLOSE_WITHIN_MS = 1_500;

  /** An open transaction of one that was killed holds up its readers for so long. */
  private static final int TRANSACTION_MS = 10_000;

  /** A batch: large enough for a transaction to be cheap, soon enough for people. */
  private static final Map<String, Object> READING =
      Map.of(
          ConsumerConfig.ISOLATION_LEVEL_CONFIG,
          "read_committed",
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
          5_000,
          ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
          64 << 10,
          ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
          100);

  private final KafkaConfig config;
  private final MergeCount count = new MergeCount();
  private final CountDownLatch ending = new CountDownLatch(1);
  private @Nullable Thread thread;
  private volatile @Nullable Deduplicator running;

  public MergePart(KafkaConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * @throws IOException in words, where the clients' settings are refused
   */
  @Override
  public void start(PartStatus status) throws IOException {
    Clients clients = Clients.of(config);
    Thread started = new Thread(() -> run(clients, status), "danmu-" + NAME);
    started.setDaemon(true);
    started.start();
    thread = started;
  }

  private void run(Clients clients, PartStatus status) {
    boolean failing = false;
    while (!isEnding()) {
      try (Deduplicator deduplicator = open(clients)) {
        running = deduplicator;
        deduplicator.begin();
        if (failing) {
          failing = false;
          status.working(Phrase.of("kafka.merges"));
        }
        while (!isEnding()) {
          deduplicator.turn();
        }
      } catch (WakeupException | InterruptException e) {
        return;
      } catch (IOException | RuntimeException e) {
        if (!failing) {
          failing = true;
          status.failing(Phrase.of("kafka.unmerged", why(e)));
        }
        pause();
      }
    }
  }

  private static Phrase why(Exception e) {
    return e instanceof BrokerException ours ? ours.told() : BrokerException.of(e).told();
  }

  private boolean isEnding() {
    return ending.getCount() == 0;
  }

  private void pause() {
    try {
      ending.await(AGAIN_AFTER_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Deduplicator open(Clients clients) throws IOException {
    Topics topics = new Topics(config.topics());
    try (Admin admin = clients.admin("merge")) {
      topics.make(admin);
    }
    Producer<String, byte[]> producer = clients.producer("merge", writing(clients));
    Consumer<String, byte[]> consumer = clients.consumer("merge", reading());
    return new Deduplicator(consumer, producer, topics, count, System::currentTimeMillis);
  }

  private Map<String, Object> writing(Clients clients) {
    String name = config.topics() + ".merge." + clients.worker().name();
    return Map.of(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, name,
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * TRANSACTION_MS);
  }

  private Map<String, Object> reading() {
    Map<String, Object> all = new HashMap<>(READING);
    all.putAll(GroupSettings.of(config.topics() + ".merge", config.protocol()));
    return all;
  }

  @Override
  public void measure(MeterRegistry metrics) {
    count.measure(metrics);
  }

  @Override
  public void close() {
    ending.countDown();
    Deduplicator merging = running;
    if (merging != null) {
      merging.wake();
    }
    try {
      if (thread != null) {
        thread.join(CLOSE_WITHIN_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
