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
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One output in another program's words, as a part of the hub: it starts after the doors, on whose
 * loop it lives and whose gate stands before it too. The hub goes on without it where its port is
 * taken. At most {@value #QUEUE} events wait for it; further ones are dropped, counted.
 */
public final class OutputPart implements Part {
  private static final int QUEUE = 1_000;
  private static final long CLOSING_MS = 1_000;

  private final String key;
  private final int wanted;
  private final Dialect dialect;
  private final Supplier<HubServer> hub;
  private final EventStream events;
  private @Nullable OutputPort port;
  private @Nullable Subscription heard;

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
  public void start(PartStatus status) throws ListenException {
    OutputPort open = OutputPort.open(hub.get(), wanted, dialect, "outputs." + key + ".port");
    port = open;
    heard = events.subscribe(name(), QUEUE, open::accept);
  }

  @Override
  public void measure(MeterRegistry metrics) {
    FunctionCounter.builder("danmu.server.output.dropped.messages", this, OutputPart::dropped)
        .description("messages that slow clients of other programs' outputs were not sent")
        .tag("output", key)
        .register(metrics);
  }

  private long dropped() {
    return requireNonNull(port).dropped() + requireNonNull(heard).dropped();
  }

  /** Where it listens, once it is started. */
  int port() {
    return requireNonNull(port).port();
  }

  /** Sends what {@code events} still has for it, and tells the clients. */
  @Override
  public void close() {
    requireNonNull(heard).close();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSING_MS);
    HubLoop.await(requireNonNull(port).close(), deadline);
  }
}
