package io.github.danmuhub.cli;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.Bilibili;
import io.github.danmuhub.platform.douyin.Douyin;
import io.github.danmuhub.platform.huya.Huya;
import java.util.List;

/** The table of platforms: a new one is its directory and one line here. */
final class Platforms {
  private record Entry(Platform platform, String demoRoom) {}

  private static final List<Entry> TABLE =
      List.of(
          new Entry(new Bilibili(), "545068"),
          new Entry(new Douyin(), "80017709309"),
          new Entry(new Huya(), "lpl"));

  private static final RoomNames NAMES = new RoomNames(all());

  private Platforms() {}

  static List<Platform> all() {
    return TABLE.stream().map(Entry::platform).toList();
  }

  static Platform[] array() {
    return all().toArray(Platform[]::new);
  }

  /** A room of every platform, for {@code danmu demo}. */
  static List<RoomRef> demoRooms() {
    return TABLE.stream().map(e -> new RoomRef(e.platform().id(), e.demoRoom())).toList();
  }

  /** Reads a room against all of them. */
  static RoomNames names() {
    return NAMES;
  }

  /**
   * Reads {@code bilibili:21452505} or the URL of a room's page.
   *
   * @throws IllegalArgumentException in words
   */
  static RoomNames.Named read(String roomOrUrl) {
    return NAMES.read(roomOrUrl);
  }

  static RoomRef parse(String roomOrUrl) {
    return read(roomOrUrl).room();
  }
}
