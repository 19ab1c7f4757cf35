package io.github.danmuhub.server;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.server.dialect.Dialect;
import io.github.danmuhub.server.net.HubLoop;
import io.github.danmuhub.server.net.ListenException;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.stream.Subscription;
import io.github.danmuhub.text.Phrase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One output in another program's words, as a part of the hub: it starts after the doors, on whose
 * loop it lives and whose gate stands before it too. The hub goes on without it while its port is
 * taken, by the very program perhaps that it stands in for. At most {@value #QUEUE} events wait for
 * it; further ones are dropped, counted.
 */
public final class OutputPart implements Part {
  private static final int QUEUE = 1_000;
  private static final long CLOSING_MS = 1_000;
  private static final long AGAIN_SECONDS = 2;

  private final String key;
  private final int wanted;
  private final Dialect dialect;
  private final Supplier<HubServer> hub;
  private final EventStream events;
  private volatile @Nullable OutputPort port;
  private volatile @Nullable Subscription heard;
  private boolean closed;

  private OutputPart(
      String key, int wanted, Dialect dialect, Supplier<HubServer> hub, EventStream events) {
    this.key = key;
    this.wanted = wanted;
    this.dialect = dialect;
    this.hub = hub;
    this.events = events;
  }

  /** Those that the configuration names; {@code events} go out by them. */
  public static List<OutputPart> all(OutputsConfig config, DoorsPart doors, EventStream events) {
    return all(config, doors::server, events);
  }

  static List<OutputPart> all(OutputsConfig config, Supplier<HubServer> hub, EventStream events) {
    List<OutputPart> all = new ArrayList<>();
    OutputsConfig.BarrageGrab grab = config.barrageGrab();
    if (grab != null) {
      all.add(new OutputPart("barrage_grab", grab.port(), Dialect.BARRAGE_GRAB, hub, events));
    }
    OutputsConfig.Blivechat blivechat = config.blivechat();
    if (blivechat != null) {
      all.add(new OutputPart("blivechat", blivechat.port(), Dialect.BLIVECHAT, hub, events));
    }
    return all;
  }

  @Override
  public String name() {
    return "output-" + key;
  }

  @Override
  public void start(PartStatus status) {
    if (!open(status)) {
      openLater(status);
    }
  }

  private synchronized boolean open(PartStatus status) {
    if (closed) {
      return true;
    }
    try {
      OutputPort open = OutputPort.open(hub.get(), wanted, dialect, "outputs." + key + ".port");
      port = open;
      heard = events.subscribe(name(), QUEUE, open::accept);
      return true;
    } catch (ListenException e) {
      status.failing(Phrase.of("output.again", e.told(), AGAIN_SECONDS));
      return false;
    }
  }

  private void openLater(PartStatus status) {
    Vertx vertx = hub.get().loop().vertx();
    vertx
        .timer(AGAIN_SECONDS, TimeUnit.SECONDS)
        .compose(due -> vertx.executeBlocking(() -> open(status)))
        .onSuccess(
            open -> {
              if (!open) {
                openLater(status);
              } else if (port != null) {
                status.working(Phrase.of("output.works", port()));
              }
            });
  }

  @Override
  public void measure(MeterRegistry metrics) {
    FunctionCounter.builder("danmu.server.output.dropped.messages", this, OutputPart::dropped)
        .description("messages that slow clients of other programs' outputs were not sent")
        .tag("output", key)
        .register(metrics);
  }

  private long dropped() {
    OutputPort open = port;
    Subscription own = heard;
    return (open == null ? 0 : open.dropped()) + (own == null ? 0 : own.dropped());
  }

  /** Where it listens, once it is started. */
  int port() {
    return requireNonNull(port).port();
  }

  /** Sends what {@code events} still has for it, and tells the clients. */
  @Override
  public synchronized void close() {
    closed = true;
    OutputPort open = port;
    Subscription own = heard;
    if (open != null && own != null) {
      own.close();
      HubLoop.await(open.close(), System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSING_MS));
    }
  }
}
