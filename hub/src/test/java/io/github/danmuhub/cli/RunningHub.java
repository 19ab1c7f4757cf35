package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.Parts;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.server.DoorsPart;
import io.github.danmuhub.server.LogPart;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A hub on a free port, with real rooms. */
record RunningHub(HubRooms rooms, DoorsPart doors, Parts parts) implements AutoCloseable {

  /**
   * Starts it.
   *
   * @param limit rooms that may be open at once
   * @param first the parts before the doors
   */
  static RunningHub start(DanmuClient client, int limit, List<Part> first) throws IOException {
    HubRooms rooms = new HubRooms(client, PlatformSettings.DEFAULT, limit);
    Telemetry telemetry = new Telemetry();
    ServerConfig config = ServerConfig.DEFAULT.withPort(0);
    LogPart log = new LogPart(config);
    DoorsPart doors = new DoorsPart(config, rooms, client.events(), telemetry, log::log, List::of);
    List<Part> all = new ArrayList<>(first);
    all.add(log);
    all.add(doors);
    all.add(rooms);
    Parts parts = Parts.start(all, telemetry, System.err::println, Duration.ofSeconds(5));
    return new RunningHub(rooms, doors, parts);
  }

  URI uri() {
    return doors.uri();
  }

  @Override
  public void close() {
    parts.close();
  }
}
