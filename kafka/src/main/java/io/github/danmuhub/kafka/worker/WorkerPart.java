package io.github.danmuhub.kafka.worker;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.sink.Tenures;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.text.Phrase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rooms in: this hub as one of its zone's workers. A cluster that is not there is waited for; while
 * it is away, the rooms are heard on.
 */
public final class WorkerPart implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPart.class);
  private static final String NAME = "kafka-rooms";
  private static final long AGAIN_MS = 1_000;
  private static final long CLOSE_WITHIN_MS = 2_000;

  private final KafkaConfig config;
  private final HubHost host;
  private final TenureListener tenures;
  private final Consumer<Phrase> say;
  private final Thread thread = new Thread(this::run, "danmu-kafka-rooms");
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable PartStatus status;
  private @Nullable Workshop workshop;
  private volatile @Nullable Shift shift;
  private boolean troubled;

  /**
   * @param log asked for at the start
   * @param cookies reads a file of cookies of a platform
   * @param tenures told what belongs to which tenure; null where no events go out
   * @param say takes one line for a person; any thread
   */
  public WorkerPart(
      KafkaConfig config,
      HubRooms rooms,
      Supplier<EventLog> log,
      BiFunction<Path, String, Credentials> cookies,
      @Nullable Supplier<Tenures> tenures,
      Consumer<Phrase> say) {
    this.config = config;
    this.host = new HubHost(rooms, log, config, cookies);
    this.tenures = TenureListener.telling(tenures);
    this.say = say;
    thread.setDaemon(true);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** A worker without rooms is of no use to the others, who would count on it. */
  @Override
  public boolean required() {
    return true;
  }

  @Override
  public void start(PartStatus newStatus) throws IOException {
    status = newStatus;
    workshop = new Workshop(config, host, tenures, say);
    thread.start();
  }

  private void run() {
    while (!isClosing()) {
      try {
        work();
      } catch (KafkaException | IOException e) {
        trouble(e instanceof BrokerException ours ? ours : BrokerException.of(e));
        await();
      } catch (RuntimeException e) {
        LOG.error("a fault of the worker", e);
        await();
      }
    }
  }

  private void work() throws IOException {
    Workshop all = requireNonNull(workshop);
    Shift now = all.shift();
    shift = now;
    try {
      now.join();
      say.accept(all.joined());
      while (!isClosing()) {
        now.round();
        told(now.trouble());
      }
    } catch (WakeupException e) {
      LOG.debug("woken to leave");
    } finally {
      shift = null;
      now.leave();
    }
  }

  private void told(@Nullable BrokerException trouble) {
    if (trouble != null) {
      trouble(trouble);
    } else if (troubled) {
      troubled = false;
      requireNonNull(status).working(Phrase.of("kafka.rooms-again"));
    }
  }

  private void trouble(BrokerException why) {
    if (!troubled) {
      troubled = true;
      requireNonNull(status).failing(why.told());
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void await() {
    try {
      closing.await(AGAIN_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void measure(MeterRegistry metrics) {
    Workshop counted = requireNonNull(workshop);
    Gauge.builder("danmu.kafka.partitions", counted, Workshop::partitions)
        .description("partitions whose rooms this worker hears")
        .register(metrics);
    Gauge.builder("danmu.kafka.rooms", counted, Workshop::rooms)
        .description("rooms that this worker has to hear")
        .register(metrics);
    Gauge.builder("danmu.kafka.rooms.without.slot", counted, Workshop::homeless)
        .description("of them: rooms for which this worker has no slot")
        .register(metrics);
  }

  /** Says the last word on its rooms and leaves the group, so that others take them at once. */
  @Override
  public void close() {
    closing.countDown();
    Shift now = shift;
    if (now != null) {
      now.wakeUp();
    }
    try {
      thread.join(CLOSE_WITHIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    requireNonNull(workshop).close();
  }
}
