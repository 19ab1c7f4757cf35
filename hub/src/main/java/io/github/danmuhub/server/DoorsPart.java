package io.github.danmuhub.server;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.stream.EventStream;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The hub's doors, as one of its parts. */
public final class DoorsPart implements Part {
  private final ServerConfig config;
  private final OutputsConfig outputs;
  private final Rooms rooms;
  private final EventStream events;
  private final Telemetry telemetry;
  private @Nullable HubServer server;

  /** Opens them at its start; {@code events} go out by them. */
  public DoorsPart(
      ServerConfig config,
      OutputsConfig outputs,
      Rooms rooms,
      EventStream events,
      Telemetry telemetry) {
    this.config = config;
    this.outputs = outputs;
    this.rooms = rooms;
    this.events = events;
    this.telemetry = telemetry;
  }

  @Override
  public String name() {
    return "doors";
  }

  @Override
  public boolean required() {
    return true;
  }

  @Override
  public void start(PartStatus status) throws IOException {
    HubServer open = HubServer.start(config, outputs, rooms, telemetry, ServerTiming.STANDARD);
    open.hear(events);
    server = open;
  }

  /** Where a browser on this machine finds them, once they are open. */
  public URI uri() {
    return requireNonNull(server).uri();
  }

  @Override
  public void close() {
    requireNonNull(server).close();
  }
}
