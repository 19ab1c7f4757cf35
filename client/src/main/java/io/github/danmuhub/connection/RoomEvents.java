package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Setback;
import java.nio.ByteBuffer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where all events of a room leave: counted, in order, and none after the end. On its loop. */
final class RoomEvents {
  private static final Logger LOG = LoggerFactory.getLogger(RoomEvents.class);

  private final RoomRef room;
  private final Clock clock;
  private final ToIntFunction<? super LiveEvent> sink;
  private final HealthCount health;
  private final RateLimit malformedReports;
  private boolean ended;

  RoomEvents(
      RoomRef room,
      Clock clock,
      ToIntFunction<? super LiveEvent> sink,
      HealthCount health,
      int malformedPerSecond) {
    this.room = room;
    this.clock = clock;
    this.sink = sink;
    this.health = health;
    this.malformedReports = new RateLimit(malformedPerSecond);
  }

  /** An event of the platform's. */
  void emit(LiveEvent event) {
    health.event();
    if (event instanceof Unknown) {
      health.unknown();
    }
    hand(event);
  }

  /** A step of the attempt of that number, from 1. */
  void attempt(State state, String detail, int number) {
    connection(state, detail, 0, number, 0);
  }

  /** The room is heard; with null it is only a report of its health. */
  void live(@Nullable String detail) {
    connection(State.LIVE, detail, 0, 0, 0);
  }

  void silent(String why) {
    connection(State.SILENT, why, 0, 0, 0);
  }

  /** The attempt of that number starts after that many milliseconds. */
  void waiting(Setback loss, int number, long nextInMs) {
    connection(State.WAITING, loss.why(), loss.code(), number, nextInMs);
  }

  void over(State last, Setback loss) {
    connection(last, loss.why(), loss.code(), 0, 0);
  }

  private void connection(
      State state, @Nullable String detail, int code, int attempt, long nextInMs) {
    LOG.debug("{}: {} {}", room, state, detail);
    Connection.Health now = health.at(clock.ticks());
    hand(new Connection(ours(clock.wallMs()), state, detail, code, attempt, nextInMs, now));
  }

  void gap(long from, long to, String why) {
    hand(new Gap(ours(to), from, to, why));
  }

  /** Counted always; reported only up to the limit of each second. */
  void malformed(String why, ByteBuffer raw) {
    health.malformed();
    if (malformedReports.allows(clock.ticks())) {
      hand(new Malformed(ours(clock.wallMs()).withRaw(head(raw)), why, raw.remaining()));
    }
  }

  void end() {
    ended = true;
  }

  private static Raw head(ByteBuffer raw) {
    byte[] head = new byte[Math.min(raw.remaining(), Malformed.RAW_LIMIT)];
    raw.duplicate().get(head);
    return Raw.bytes(head);
  }

  private Origin ours(long now) {
    return Origin.ours(room.platform(), room.room(), now);
  }

  /** A sink that throws is logged here, so that it is not taken for a fault of the session. */
  private void hand(LiveEvent event) {
    if (ended) {
      return;
    }
    try {
      health.dropped(sink.applyAsInt(event));
    } catch (RuntimeException e) {
      LOG.error("{}: the sink of its events failed", room, e);
    }
  }
}
