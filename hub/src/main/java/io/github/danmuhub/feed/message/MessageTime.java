package io.github.danmuhub.feed.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.script.Carried;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as sites tell them ⇄ epoch milliseconds. Numbers are read as seconds, milliseconds, micro-
 * or nanoseconds, whichever lies in our days.
 *
 * @param unit how the site writes it
 * @param zone of a date and time that names none
 */
public record MessageTime(Unit unit, ZoneOffset zone) {
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final double LATEST_SECONDS = 1e11;
  private static final int THOUSAND = 1_000;

  /** How a time is written. */
  public enum Unit {
    MS,
    S,
    TEXT
  }

  /** Epoch milliseconds; 0 where it cannot be told. */
  long read(String text) {
    try {
      return text.matches("\\d{1,19}(\\.\\d{1,9})?")
          ? number(Double.parseDouble(text))
          : date(text);
    } catch (DateTimeException | ArithmeticException e) {
      return 0;
    }
  }

  private static long number(double time) {
    double ms = time < LATEST_SECONDS ? time * THOUSAND : time;
    while (ms > Origin.LATEST) {
      ms /= THOUSAND;
    }
    return Math.round(ms);
  }

  private long date(String text) {
    Instant time =
        text.matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}")
            ? LocalDateTime.parse(text, PLAIN).toInstant(zone)
            : OffsetDateTime.parse(text).toInstant();
    return Math.max(0, Math.min(Origin.LATEST, time.toEpochMilli()));
  }

  JsonNode write(long ms) {
    return switch (unit) {
      case MS -> LongNode.valueOf(ms);
      case S -> LongNode.valueOf(ms / THOUSAND);
      case TEXT -> TextNode.valueOf(PLAIN.format(Instant.ofEpochMilli(ms).atOffset(zone)));
    };
  }

  int precision() {
    return unit == Unit.MS ? Carried.MILLISECONDS : Carried.SECONDS;
  }
}
