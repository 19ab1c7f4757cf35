package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Origin;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Epoch milliseconds ⇄ {@code 2026-11-21T08:00:00.000Z}. */
public final class Rfc3339 {
  private static final int SIZE = 24;
  private static final String FORM = "0000-00-00T00:00:00.000Z";

  private Rfc3339() {}

  /** In the one form that JSON v1 has: UTC, with milliseconds. */
  public static String text(long epochMs) {
    return new String(format(epochMs));
  }

  /** By hand: a formatter costs more than the rest of the event. */
  static char[] format(long epochMs) {
    long ms = Math.min(Math.max(epochMs, 0), Origin.LATEST);
    LocalDateTime t = LocalDateTime.ofEpochSecond(ms / 1000, 0, ZoneOffset.UTC);
    char[] out = new char[SIZE];
    digits(out, 0, 4, t.getYear(), '-');
    digits(out, 5, 2, t.getMonthValue(), '-');
    digits(out, 8, 2, t.getDayOfMonth(), 'T');
    digits(out, 11, 2, t.getHour(), ':');
    digits(out, 14, 2, t.getMinute(), ':');
    digits(out, 17, 2, t.getSecond(), '.');
    digits(out, 20, 3, (int) (ms % 1000), 'Z');
    return out;
  }

  private static void digits(char[] out, int at, int count, int value, char after) {
    int rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      out[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    out[at + count] = after;
  }

  /** Our own form by hand, for the same reason; any other of RFC 3339 by the JDK. */
  static long parse(String text) throws BadEventException {
    try {
      return isOurs(text) ? ours(text) : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadEventException("not a time like 2026-11-21T08:00:00.000Z");
    }
  }

  private static boolean isOurs(String text) {
    if (text.length() != SIZE) {
      return false;
    }
    for (int i = 0; i < SIZE; i++) {
      char c = text.charAt(i);
      char form = FORM.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  private static long ours(String text) {
    LocalDateTime t =
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 2),
            number(text, 8, 2),
            number(text, 11, 2),
            number(text, 14, 2),
            number(text, 17, 2));
    return t.toEpochSecond(ZoneOffset.UTC) * 1000 + number(text, 20, 3);
  }

  private static int number(String text, int at, int count) {
    int value = 0;
    for (int i = at; i < at + count; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }
}
