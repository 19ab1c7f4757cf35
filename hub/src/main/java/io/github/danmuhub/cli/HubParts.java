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
import io.github.danmuhub.page.TakesDoor;
import io.github.danmuhub.record.TakesPart;
import io.github.danmuhub.server.DoorsPart;
import io.github.danmuhub.server.LogPart;
import io.github.danmuhub.server.OutputPart;
import io.github.danmuhub.stream.EventStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one hub is made of, in the order in which it starts: the log, the doors, outputs, additions,
 * and last the rooms, which end first, so that their last events still go everywhere.
 */
record HubParts(HubRooms rooms, DoorsPart doors, List<Part> all, Telemetry telemetry) {
  /** Where takes go, each in a folder of its own. */
  private static final String TAKES = "recordings";

  /** Those that the configuration wants, where the program runs; nothing of them runs yet. */
  static HubParts of(
      HubConfig config,
      DanmuClient client,
      PlatformSettings settings,
      Recordings recordings,
      Console console,
      Extensions extensions) {
    return in(Path.of(""), config, client, settings, recordings, console, extensions);
  }

  /** The same; what people make on its pages is kept in {@code folder}. */
  static HubParts in(
      Path folder,
      HubConfig config,
      DanmuClient client,
      PlatformSettings settings,
      Recordings recordings,
      Console console,
      Extensions extensions) {
    HubRooms rooms = new HubRooms(client, settings, config.server().limits().rooms());
    Telemetry telemetry = new Telemetry();
    List<Part> all = new ArrayList<>();
    Supplier<EventLog> log = log(config, recordings, all);
    SimulatedRooms simulated = new SimulatedRooms(rooms, client.events());
    List<Addition> more = new ArrayList<>();
    DoorsPart doors =
        new DoorsPart(
            config.server(),
            extensions.rooms(config, rooms, simulated),
            client.events(),
            telemetry,
            log,
            () -> Additions.doors(more));
    HubTools tools =
        new HubTools(rooms, client.events(), log, doors::lobby, telemetry, folder, console);
    TakesPart takes = takes(folder, config, client.events(), recordings, console);
    List<Addition> always =
        List.of(
            new Addition(simulated, simulated.doors()),
            new Addition(takes, new TakesDoor(takes).doors()));
    more.addAll(Additions.of(config, tools, always));
    more.addAll(extensions.additions(config, tools));
    all.add(doors);
    all.addAll(OutputPart.all(config.outputs(), doors, client.events()));
    more.forEach(addition -> all.add(addition.part()));
    all.add(rooms);
    return new HubParts(rooms, doors, all, telemetry);
  }

  private static TakesPart takes(
      Path folder, HubConfig config, EventStream events, Recordings recordings, Console console) {
    String dir = config.record() == null ? TAKES : config.record().dir();
    return new TakesPart(
        folder.resolve(dir), events, recordings.part(), System::currentTimeMillis, console::say);
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
