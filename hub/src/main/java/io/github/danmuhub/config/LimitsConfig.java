package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
 * @param subscriptionKb KiB of names in the subscriptions of one WebSocket
 * @param subscriptionsMb MiB of names in the subscriptions of all WebSockets
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
    Integer subscriptionKb,
    Integer subscriptionsMb,
    Integer readerBacklog,
    SlowReader slowReader) {

  private static final int MILLION = 1_000_000;

  /** What holds where the file says nothing. */
  @SuppressWarnings("NullAway") // an absent key is null, and the constructor knows its default
  public static final LimitsConfig DEFAULT =
      new LimitsConfig(null, null, null, null, null, null, null, null, null, null, null, null);

  public LimitsConfig {
    retainedEvents = bound("retained_events", retainedEvents, 20_000, 10 * MILLION);
    retainedMb = bound("retained_mb", retainedMb, 64, 1 << 20);
    archivedEvents = bound("archived_events", archivedEvents, MILLION, 1_000 * MILLION);
    bodyBytes = bound("body_bytes", bodyBytes, 65_536, 16 << 20);
    connections = bound("connections", connections, 4_096, MILLION);
    connectionsPerAddress = bound("connections_per_address", connectionsPerAddress, 2_048, MILLION);
    rooms = bound("rooms", rooms, 4_096, MILLION);
    subscriptions = bound("subscriptions", subscriptions, 100, 1_000);
    subscriptionKb = bound("subscription_kb", subscriptionKb, 2_048, 1 << 20);
    subscriptionsMb = bound("subscriptions_mb", subscriptionsMb, 64, 1 << 20);
    readerBacklog = bound("reader_backlog", readerBacklog, 2_000, 10 * MILLION);
    slowReader = requireNonNullElse(slowReader, SlowReader.DROP);
  }

  /** The bound of {@link #retainedMb} in bytes. */
  public long retainedBytes() {
    return retainedMb() * (1L << 20);
  }

  private static int bound(String key, @Nullable Integer value, int otherwise, int most) {
    return Range.upTo(most, "server.limits." + key, requireNonNullElse(value, otherwise));
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
