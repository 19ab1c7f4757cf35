package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A live platform: the entry to its directory. Immutable and thread-safe. */
public interface Platform {
  /** Lower-case id, the part before the colon in {@code bilibili:21452505}. */
  String id();

  /**
   * Reads a room as a person writes it: the part after {@code id:}, or the URL in the browser's
   * address bar. Empty if it is not this platform's.
   */
  Optional<RoomRef> parse(String roomOrUrl);

  /**
   * A share link of its app somewhere in a text, which says only when it is asked what room it is
   * of. No other host than the platform's own.
   */
  default Optional<URI> shortLink(String text) {
    return Optional.empty();
  }

  /**
   * Where the answer to a {@link #shortLink} leads: what {@link #parse} reads, or one more link. A
   * redirect, unless the platform has a form of its own.
   */
  default Optional<String> linked(HttpReply reply) {
    return reply.headers().first("Location");
  }

  /**
   * Looks at the platform's own settings, all of them.
   *
   * @throws IllegalArgumentException in words, if one is unknown or has a bad value
   */
  default void check(Map<String, String> settings) {
    if (!settings.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no settings, so no %s".formatted(id(), String.join(", ", settings.keySet())));
    }
  }

  /** What it tolerates from one address and one account. */
  default Limits limits() {
    return Limits.UNKNOWN;
  }

  /**
   * Starts the life of a room; replay and inspect start here too. Any thread. It may read settings,
   * randomness and tools of the context, but calls none of its verbs.
   *
   * @throws IllegalArgumentException in words, if a setting is unknown or has a bad value
   */
  RoomSession open(RoomRef room, RoomContext context);

  /** What of its traffic may be written to a capture; where it says nothing, next to nothing. */
  default Redaction redaction() {
    return new Redaction() {};
  }
}
