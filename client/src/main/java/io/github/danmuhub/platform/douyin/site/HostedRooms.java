package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.SimulationOptions.SimulatedRoom;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rooms that the site hosts. */
final class HostedRooms {
  private final SortedMap<String, HostedRoom> rooms = new TreeMap<>();

  HostedRooms(String platform, SimulationOptions options) {
    for (SimulatedRoom room : options.rooms()) {
      if (room.room().platform().equals(platform)) {
        rooms.put(room.room().room(), open(room, options));
      }
    }
  }

  private static HostedRoom open(SimulatedRoom room, SimulationOptions options) {
    String webRid = room.room().room();
    double rate = options.rate();
    Feed feed =
        room.replay().isEmpty()
            ? new ScriptFeed(options.seed(), rate == 0 ? SimulationOptions.SCRIPT_RATE : rate)
            : new ReplayFeed(room.replay(), rate, options.loop());
    long roomId = HostedRoom.firstRoomId(webRid, options.seed());
    return new HostedRoom(webRid, roomId, feed, options.onAir());
  }

  /** The name of the page that a path asks for, be it there or not. */
  static String pageOf(String path) {
    return path.length() > 1 && path.endsWith("/")
        ? path.substring(1, path.length() - 1)
        : path.substring(Math.min(1, path.length()));
  }

  /** The room with that page; null where there is none. */
  @Nullable HostedRoom ofPage(String webRid) {
    return rooms.get(webRid);
  }

  /** By the id of a broadcast, be it over, or by its page. */
  Optional<HostedRoom> find(String roomId, long now) {
    return rooms.values().stream().filter(room -> room.answersTo(roomId, now)).findFirst();
  }
}
