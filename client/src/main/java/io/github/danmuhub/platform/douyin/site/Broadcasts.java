package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.site.SiteContext;
import java.util.Optional;

/** The 19 digits of each broadcast of the hosted rooms: the same room always begins alike. */
final class Broadcasts {
  private static final long FIRST = 7_600_000_000_000_000_000L;
  private static final long SPREAD = 99_999_999_999_999_999L;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final SiteContext site;

  Broadcasts(SiteContext site) {
    this.site = site;
  }

  /** The first one's. */
  static long first(String room) {
    return FIRST + Math.floorMod(room.hashCode() * MIX, SPREAD);
  }

  /** That of the broadcast, or of the last one. */
  long id(String room) {
    return first(room) + site.broadcast(room);
  }

  /** The room that has, or had, it; the name of its page stands for the latest. */
  Optional<String> roomOf(String roomId) {
    return site.rooms().stream().filter(room -> answers(room, roomId)).findFirst();
  }

  private boolean answers(String room, String roomId) {
    return roomId.equals(room)
        || (roomId.matches("[1-8][0-9]{18}")
            && Long.parseLong(roomId) >= first(room)
            && Long.parseLong(roomId) <= id(room));
  }

  /** Whether it is on air. */
  boolean isOn(String room, String roomId) {
    boolean latest = roomId.equals(room) || roomId.equals(Long.toString(id(room)));
    return latest && site.isLive(room);
  }
}
