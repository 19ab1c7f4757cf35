package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import java.util.Locale;

/**
 * Every bound of the doors.
 *
 * @param retainedEvents events kept in memory for readers that return
 * @param retainedMb the same window's bound in MiB of JSON; whichever is reached first
 * @param archivedEvents events kept in the archive, where there is one
 * @param bodyBytes the largest request body and WebSocket message
 * @param connections open connections in all
 * @param connectionsPerAddress open connections from one address
 * @param rooms open at once
 * @param subscriptions of one WebSocket; each names some rooms and some types
 * @param readerBacklog events that may come in while a reader's socket takes nothing, before it
 *     counts as slow
 * @param slowReader what is done with a slow reader
 */
public record LimitsConfig(
    Integer retainedEvents,
    Integer retainedMb,
    Integer archivedEvents,
    Integer bodyBytes,
    Integer connections,
    Integer connectionsPerAddress,
    Integer rooms,
    Integer subscriptions,
    Integer readerBacklog,
    SlowReader slowReader) {

  public static final LimitsConfig DEFAULT =
      new LimitsConfig(
          20_000, 64, 1_000_000, 65_536, 4_096, 2_048, 4_096, 100, 2_000, SlowReader.DROP);

  public LimitsConfig {
    retainedEvents = bound("retained_events", requireNonNullElse(retainedEvents, 20_000));
    retainedMb = bound("retained_mb", requireNonNullElse(retainedMb, 64));
    archivedEvents = bound("archived_events", requireNonNullElse(archivedEvents, 1_000_000));
    bodyBytes = bound("body_bytes", requireNonNullElse(bodyBytes, 65_536));
    connections = bound("connections", requireNonNullElse(connections, 4_096));
    connectionsPerAddress =
        bound("connections_per_address", requireNonNullElse(connectionsPerAddress, 2_048));
    rooms = bound("rooms", requireNonNullElse(rooms, 4_096));
    subscriptions = bound("subscriptions", requireNonNullElse(subscriptions, 100));
    readerBacklog = bound("reader_backlog", requireNonNullElse(readerBacklog, 2_000));
    slowReader = requireNonNullElse(slowReader, SlowReader.DROP);
  }

  private static int bound(String key, int value) {
    return Range.atLeastOne("server.limits." + key, value);
  }

  /** What is done with a reader that does not keep up. */
  public enum SlowReader {
    /** It misses events, and is told how many when it reads again. */
    DROP,
    /** Its connection is closed; it may return with its cursor. */
    CLOSE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
