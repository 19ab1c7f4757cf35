package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.SimulationOptions.SimulatedRoom;
import io.github.danmuhub.platform.douyin.Douyin;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rooms that the site hosts. */
final class HostedRooms {
  private final SortedMap<String, HostedRoom> rooms = new TreeMap<>();

  HostedRooms(SimulationOptions options) {
    for (SimulatedRoom room : options.rooms()) {
      if (room.room().platform().equals(Douyin.ID)) {
        rooms.put(room.room().room(), open(room, options));
      }
    }
  }

  private static HostedRoom open(SimulatedRoom room, SimulationOptions options) {
    String webRid = room.room().room();
    String roomId = HostedRoom.roomId(webRid, options.seed());
    double rate = options.rate();
    Feed feed =
        room.replay().isEmpty()
            ? new ScriptFeed(
                roomId, options.seed(), rate == 0 ? SimulationOptions.SCRIPT_RATE : rate)
            : new ReplayFeed(room.replay(), rate, options.loop());
    return new HostedRoom(webRid, roomId, feed);
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

  /** By the id of its broadcast or by its page. */
  Optional<HostedRoom> find(String roomId) {
    return rooms.values().stream()
        .filter(room -> room.roomId().equals(roomId) || room.webRid().equals(roomId))
        .findFirst();
  }
}
