package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.OpenedRoom;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.page.DemoDoor;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.platform.site.SimulationOptions;
import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import io.github.danmuhub.platform.site.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.simulator.SimulatorOptions;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of a hub, and beside them, once somebody asks for it, a simulated one of every
 * platform: what a page shows to who has no room yet. Their events go where all others go. They are
 * closed like others; the simulator ends with the last of them, or with the hub.
 */
final class SimulatedRooms implements Rooms, Part {
  private final HubRooms own;
  private final EventStream events;
  private @Nullable Show show;

  /** What runs while they are shown. */
  private record Show(Simulator simulator, DanmuClient client, HubRooms rooms) {
    void end() {
      rooms.close();
      client.close();
      simulator.close();
    }
  }

  SimulatedRooms(HubRooms own, EventStream events) {
    this.own = own;
    this.events = events;
  }

  @Override
  public String name() {
    return "simulated-rooms";
  }

  @Override
  public void start(PartStatus status) {
    // nothing is simulated until somebody asks for it
  }

  List<Door> doors() {
    return new DemoDoor(this::runs, this::begin).doors();
  }

  private synchronized boolean runs() {
    return show != null;
  }

  private synchronized boolean begin() throws IOException, RoomRefusedException {
    if (show == null) {
      Simulator simulator =
          Simulator.start(Platforms.all(), options(SimulationOptions.SCRIPT_RATE));
      DanmuClient client =
          DanmuClient.builder(Platforms.array()).simulator(simulator.uri()).build();
      HubRooms rooms = new HubRooms(client, PlatformSettings.DEFAULT, Integer.MAX_VALUE);
      rooms.start(IGNORED);
      client.listen("shown", events::publish);
      show = new Show(simulator, client, rooms);
      for (RoomRef room : Platforms.demoRooms()) {
        rooms.open(room.toString());
      }
    }
    return true;
  }

  /** A simulator with a room of every platform, which speak at {@code rate} messages a second. */
  static SimulatorOptions options(double rate) {
    List<SimulatedRoom> rooms =
        Platforms.demoRooms().stream().map(room -> new SimulatedRoom(room, List.of())).toList();
    return new SimulatorOptions(
        0, new SimulationOptions(rooms, Rules.TODAY, rate, 1, false, PendingFaults.none()));
  }

  @Override
  public synchronized List<RoomStatus> list() {
    List<RoomStatus> shown = show == null ? List.of() : show.rooms().list();
    return Stream.concat(own.list().stream(), shown.stream()).toList();
  }

  @Override
  public OpenedRoom open(String roomOrUrl) throws RoomRefusedException {
    return own.open(roomOrUrl);
  }

  @Override
  public synchronized boolean close(String room) {
    if (show == null || !show.rooms().close(room)) {
      return own.close(room);
    }
    if (show.rooms().list().isEmpty()) {
      close();
    }
    return true;
  }

  @Override
  public synchronized void close() {
    if (show != null) {
      show.end();
      show = null;
    }
  }

  private static final PartStatus IGNORED =
      new PartStatus() {
        @Override
        public void failing(Phrase why) {
          // rooms tell by their events
        }

        @Override
        public void working(Phrase words) {
          // likewise
        }
      };
}
