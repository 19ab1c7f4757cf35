package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.Counts;
import io.github.danmuhub.event.Connection.Health;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Unknown;

/** What we report ourselves: unknown, malformed, connection, gap. */
final class Reports {
  /** A figure of {@link Health} that is not there yet. */
  private static final long NOT_YET = -1;

  private Reports() {}

  static void write(FieldWriter out, Unknown unknown) {
    out.text("cmd", unknown.cmd());
  }

  static Unknown readUnknown(Origin origin, FieldReader in) throws BadEventException {
    return new Unknown(origin, in.text("cmd"));
  }

  static void write(FieldWriter out, Malformed malformed) {
    out.text("why", malformed.why()).number("size", malformed.size());
  }

  static Malformed readMalformed(Origin origin, FieldReader in) throws BadEventException {
    return new Malformed(origin, in.text("why"), in.int32("size"));
  }

  static void write(FieldWriter out, Connection connection) {
    out.word("state", EnumWords.CONNECTION, connection.state())
        .text("detail", connection.detail())
        .numberIfAny("code", connection.code())
        .numberIfAny("attempt", connection.attempt())
        .numberIfAny("next_in_ms", connection.nextInMs())
        .object("health", connection.health(), Reports::write);
  }

  static Connection readConnection(Origin origin, FieldReader in) throws BadEventException {
    return new Connection(
        origin,
        in.word("state", EnumWords.CONNECTION),
        in.textOrNull("detail"),
        in.int32("code", 0),
        in.int32("attempt", 0),
        in.int64("next_in_ms", 0),
        in.object("health", Reports::readHealth));
  }

  private static void write(FieldWriter out, Health health) {
    if (health.lastFrameMs() != NOT_YET) {
      out.number("last_frame_ms", health.lastFrameMs());
    }
    if (health.roundTripMs() != NOT_YET) {
      out.number("round_trip_ms", health.roundTripMs());
    }
    out.number("frames", health.counts().frames())
        .number("events", health.counts().events())
        .number("unknown", health.counts().unknown())
        .number("malformed", health.counts().malformed())
        .number("dropped", health.counts().dropped())
        .number("reconnects", health.counts().reconnects());
    if (health.counts().copies() > 0) {
      out.number("copies", health.counts().copies());
    }
  }

  private static Health readHealth(FieldReader in) throws BadEventException {
    return new Health(
        in.int64("last_frame_ms", NOT_YET),
        in.int64("round_trip_ms", NOT_YET),
        new Counts(
            in.int64("frames", 0),
            in.int64("events", 0),
            in.int64("unknown", 0),
            in.int64("malformed", 0),
            in.int64("dropped", 0),
            in.int64("reconnects", 0),
            in.int64("copies", 0)));
  }

  static void write(FieldWriter out, Gap gap) {
    out.time("from", gap.from()).time("to", gap.to()).text("why", gap.why());
  }

  static Gap readGap(Origin origin, FieldReader in) throws BadEventException {
    return new Gap(origin, in.time("from"), in.time("to"), in.text("why"));
  }
}
