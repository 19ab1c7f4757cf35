package io.github.danmuhub.server;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Lobby;
import io.github.danmuhub.server.net.ServerTiming;
import io.github.danmuhub.stream.EventStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The hub's doors, as one of its parts. */
public final class DoorsPart implements Part {
  private final ServerConfig config;
  private final Rooms rooms;
  private final EventStream events;
  private final Telemetry telemetry;
  private final Supplier<List<Door>> more;
  private final Supplier<EventLog> log;
  private @Nullable HubServer server;

  /**
   * Opens them at its start; {@code events} go into the log, and out by them.
   *
   * @param log asked for once, at the start; the part that keeps it closes it after the doors
   * @param more asked for once, at the start: doors of other parts, behind the same gate; what is
   *     asked of one before its part has started, or after it has ended, is for that part to answer
   */
  public DoorsPart(
      ServerConfig config,
      Rooms rooms,
      EventStream events,
      Telemetry telemetry,
      Supplier<EventLog> log,
      Supplier<List<Door>> more) {
    this.config = config;
    this.rooms = rooms;
    this.events = events;
    this.telemetry = telemetry;
    this.log = log;
    this.more = more;
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
    HubServer open =
        HubServer.start(config, rooms, log.get(), telemetry, ServerTiming.STANDARD, more.get());
    open.hear(events);
    server = open;
  }

  HubServer server() {
    return requireNonNull(server);
  }

  /** What parts find there besides doors, once they are open. */
  public Lobby lobby() {
    return new ServerLobby(server());
  }

  /** Where a browser on this machine finds them, once they are open. */
  public URI uri() {
    return server().uri();
  }

  @Override
  public void close() {
    server().close();
  }
}
