package io.github.danmuhub.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a person calls a room, against a table of platforms. Immutable. */
public final class RoomNames {
  private final Map<String, Platform> platforms = new LinkedHashMap<>();

  /** Reads against these, in their order. */
  public RoomNames(List<Platform> list) {
    list.forEach(platform -> platforms.put(platform.id(), platform));
  }

  /** A room and whose it is. */
  public record Named(Platform platform, RoomRef room) {}

  /**
   * Whose room it is, and which.
   *
   * @param roomOrUrl {@code bilibili:21452505}, or the URL in the browser's address bar
   * @throws IllegalArgumentException in words, if no platform knows the room
   */
  public Named read(String roomOrUrl) {
    String text = roomOrUrl.strip();
    int colon = text.indexOf(':');
    Platform named = colon < 0 ? null : platforms.get(text.substring(0, colon));
    if (named != null) {
      return new Named(named, roomOf(named, text.substring(colon + 1)));
    }
    return isUrl(text) ? byUrl(text) : unknown(text);
  }

  private static RoomRef roomOf(Platform platform, String room) {
    return platform
        .parse(room)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + room
                        + "' is not a room of "
                        + platform.id()
                        + "; write "
                        + platform.id()
                        + ":ROOM as in the room's own URL"));
  }

  private Named byUrl(String url) {
    for (Platform platform : platforms.values()) {
      Optional<RoomRef> room = platform.parse(url);
      if (room.isPresent()) {
        return new Named(platform, room.get());
      }
    }
    return unknown(url);
  }

  private static boolean isUrl(String text) {
    return text.contains("/") || text.contains(".");
  }

  private Named unknown(String text) {
    throw new IllegalArgumentException(
        "no platform knows the room '"
            + text
            + "'; write PLATFORM:ROOM, for example "
            + platforms.keySet().stream().findFirst().orElse("PLATFORM")
            + ":21452505"
            + ", or the URL in the browser's address bar; platforms: "
            + String.join(", ", platforms.keySet()));
  }
}
