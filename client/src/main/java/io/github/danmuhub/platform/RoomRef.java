package io.github.danmuhub.platform;

/**
 * A room, named as a person would type it: {@code bilibili:21452505}.
 *
 * @param platform the platform's id
 * @param room the stable id
 */
public record RoomRef(String platform, String room) {

  @Override
  public String toString() {
    return platform + ":" + room;
  }
}
