package io.github.danmuhub.cli;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.Bilibili;
import java.util.List;
import java.util.stream.Collectors;

/** The table of platforms: a new one is its directory and one line here. */
final class Platforms {
  private record Entry(Platform platform, String demoRoom) {}

  private static final List<Entry> TABLE = List.of(new Entry(new Bilibili(), "545068"));

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

  static Platform of(RoomRef room) {
    return all().stream()
        .filter(p -> p.id().equals(room.platform()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no platform " + room.platform()));
  }

  /**
   * Reads {@code bilibili:21452505} or a URL.
   *
   * @throws IllegalArgumentException in words
   */
  static RoomRef parse(String text) {
    String prefix = text.substring(0, Math.max(0, text.indexOf(':')));
    for (Platform platform : all()) {
      String own = prefix.equals(platform.id()) ? text.substring(prefix.length() + 1) : text;
      boolean addressed = prefix.equals(platform.id()) || text.contains("://");
      if (addressed && platform.parse(own).isPresent()) {
        return platform.parse(own).get();
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no room; write PLATFORM:ROOM (platforms: %s) or the URL of its page"
            .formatted(
                text, all().stream().map(Platform::id).collect(Collectors.joining(", "))));
  }
}
