package io.github.danmuhub.platform;

import io.github.danmuhub.event.Origin;

/**
 * A room, named as a person would type it: {@code bilibili:21452505}.
 *
 * @param platform the platform's id
 * @param room the stable id
 */
public record RoomRef(String platform, String room) {

  /** Where the event happened. */
  public static RoomRef of(Origin origin) {
    return new RoomRef(origin.platform(), origin.room());
  }

  /** Whether the event happened here. */
  public boolean isOf(Origin origin) {
    return room.equals(origin.room()) && platform.equals(origin.platform());
  }

  @Override
  public String toString() {
    return platform + ":" + room;
  }
}
