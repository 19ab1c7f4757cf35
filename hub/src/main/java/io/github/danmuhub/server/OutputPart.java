package io.github.danmuhub.server;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.server.dialect.Dialect;
import io.github.danmuhub.server.door.AwaitedPort;
import io.github.danmuhub.server.door.Lobby;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.stream.Subscription;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

  private final String key;
  private final int wanted;
  private final Dialect dialect;
  private final Supplier<HubServer> hub;
  private final EventStream events;
  private final AwaitedPort awaited = new AwaitedPort(this::open);
  private volatile @Nullable Open open;

  /** The port, and what is heard for it. */
  private record Open(OutputPort port, Subscription heard) implements Lobby.Port {
    @Override
    public int number() {
      return port.number();
    }

    long dropped() {
      return port.dropped() + heard.dropped();
    }

    /** Sends what there still is for it, and tells the clients. */
    @Override
    public void close() {
      heard.close();
      port.close();
    }
  }

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
    awaited.open(hub.get().loop().vertx(), status);
  }

  private Lobby.Port open() throws IOException {
    OutputPort port = OutputPort.open(hub.get(), wanted, dialect, "outputs." + key + ".port");
    Open both = new Open(port, events.subscribe(name(), QUEUE, port::accept));
    open = both;
    return both;
  }

  @Override
  public void measure(MeterRegistry metrics) {
    FunctionCounter.builder("danmu.server.output.dropped.messages", this, OutputPart::dropped)
        .description("messages that slow clients of other programs' outputs were not sent")
        .tag("output", key)
        .register(metrics);
  }

  private long dropped() {
    Open both = open;
    return both == null ? 0 : both.dropped();
  }

  /** Where it listens, once it does. */
  int port() {
    return awaited.number().orElseThrow();
  }

  @Override
  public void close() {
    awaited.close();
  }
}
