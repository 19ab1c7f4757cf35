package io.github.danmuhub.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a person calls a room, against a table of platforms. Immutable. */
public final class RoomNames {
  /** In a text; Chinese ones have no blank after it. */
  private static final Pattern URL = Pattern.compile("https?://[!#-;=?-~]*[A-Za-z0-9/_=&%-]");

  private final Map<String, Platform> platforms = new LinkedHashMap<>();

  /** Reads against these, in their order. */
  public RoomNames(List<Platform> list) {
    list.forEach(platform -> platforms.put(platform.id(), platform));
  }

  /** The platforms, in their order. */
  public List<Platform> platforms() {
    return List.copyOf(platforms.values());
  }

  /** A room and whose it is. */
  public record Named(Platform platform, RoomRef room) {}

  /**
   * Whose room it is, and which.
   *
   * @param roomOrUrl {@code bilibili:21452505}, the URL in the browser's address bar, or a text
   *     around one
   * @throws IllegalArgumentException in words, if no platform knows the room
   */
  public Named read(String roomOrUrl) {
    String text = roomOrUrl.strip();
    int colon = text.indexOf(':');
    Platform named = colon < 0 ? null : platforms.get(text.substring(0, colon));
    if (named != null) {
      return new Named(named, roomOf(named, text.substring(colon + 1)));
    }
    return urls(text).stream()
        .flatMap(url -> byUrl(url).stream())
        .findFirst()
        .orElseThrow(() -> unknown(text));
  }

  /** A share link, and whose it is. */
  public record Link(Platform platform, URI address) {}

  /** A share link somewhere in a text, where no room's own URL is in it. */
  public Optional<Link> link(String text) {
    return urls(text).stream().anyMatch(url -> byUrl(url).isPresent())
        ? Optional.empty()
        : platforms.values().stream()
            .flatMap(
                platform -> platform.shortLink(text).map(it -> new Link(platform, it)).stream())
            .findFirst();
  }

  private static RoomRef roomOf(Platform platform, String room) {
    return platform.parse(room).orElseThrow(() -> notARoomOf(platform.id(), room));
  }

  private static IllegalArgumentException notARoomOf(String id, String room) {
    return new IllegalArgumentException(
        "'%s' is not a room of %s; write %s:ROOM as in the room's own URL".formatted(room, id, id));
  }

  private Optional<Named> byUrl(String url) {
    return platforms.values().stream()
        .flatMap(platform -> platform.parse(url).map(room -> new Named(platform, room)).stream())
        .findFirst();
  }

  /** The text itself, where it may be one, and those that stand in it. */
  private static List<String> urls(String text) {
    Stream<String> itself =
        text.contains("/") || text.contains(".") ? Stream.of(text) : Stream.of();
    Stream<String> inside = URL.matcher(text).results().map(MatchResult::group);
    return Stream.concat(itself, inside).toList();
  }

  private IllegalArgumentException unknown(String text) {
    String first = platforms.keySet().stream().findFirst().orElse("PLATFORM");
    return new IllegalArgumentException(
        ("no platform knows the room '%s'; write PLATFORM:ROOM, for example %s:21452505,"
                + " or the URL in the browser's address bar; platforms: %s")
            .formatted(text, first, String.join(", ", platforms.keySet())));
  }
}
