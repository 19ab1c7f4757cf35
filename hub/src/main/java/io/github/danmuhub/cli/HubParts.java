package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.Parts;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.server.DoorsPart;
import io.github.danmuhub.server.LogPart;
import io.github.danmuhub.server.OutputPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one hub is made of, in the order in which it starts: the log, the doors, outputs, additions,
 * and last the rooms, which end first, so that their last events still go everywhere.
 */
record HubParts(HubRooms rooms, DoorsPart doors, List<Part> all, Telemetry telemetry) {

  /**
   * Those that the configuration wants; nothing of them runs yet.
   *
   * @param names reads what a person calls a room
   */
  static HubParts of(
      HubConfig config,
      DanmuClient client,
      RoomNames names,
      PlatformSettings settings,
      Recordings recordings,
      Console console) {
    HubRooms rooms = new HubRooms(client, names, settings, config.server().limits().rooms());
    Telemetry telemetry = new Telemetry();
    List<Part> all = new ArrayList<>();
    Supplier<EventLog> log = log(config, recordings, all);
    HubTools tools = new HubTools(rooms, client.events(), log, telemetry, console);
    SimulatedRooms simulated = new SimulatedRooms(rooms, client.events());
    Addition show = new Addition(simulated, simulated.doors());
    List<Addition> more = Additions.of(config, tools, show);
    DoorsPart doors =
        new DoorsPart(
            config.server(), simulated, client.events(), telemetry, log, Additions.doors(more));
    all.add(doors);
    all.addAll(OutputPart.all(config.outputs(), doors, client.events()));
    more.forEach(addition -> all.add(addition.part()));
    all.add(rooms);
    return new HubParts(rooms, doors, all, telemetry);
  }

  /** Adds the parts that keep the log; it can be asked for once they have started. */
  private static Supplier<EventLog> log(HubConfig config, Recordings recordings, List<Part> all) {
    all.addAll(recordings.parts(config.server().limits()));
    if (recordings.keepEvents()) {
      return recordings::log;
    }
    LogPart own = new LogPart(config.server());
    all.add(own);
    return own::log;
  }

  /** Starts them; closing it ends them. */
  Parts start(Console console) throws IOException {
    return Parts.start(all, telemetry, console::say, Stop.CLOSING);
  }
}
