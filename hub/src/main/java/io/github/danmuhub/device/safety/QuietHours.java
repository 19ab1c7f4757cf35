package io.github.danmuhub.device.safety;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Times of day in which nothing moves. Immutable.
 *
 * @param spans such as {@code 22:00-08:00}; the end is not part of it
 */
public record QuietHours(List<String> spans, ZoneId zone) {
  public QuietHours {
    spans = List.copyOf(spans);
  }

  /** Whether it is quiet then. */
  public boolean at(long wallMs) {
    LocalTime time = Instant.ofEpochMilli(wallMs).atZone(zone).toLocalTime();
    return spans.stream().anyMatch(span -> covers(span.split("-", 2), time));
  }

  private static boolean covers(String[] span, LocalTime time) {
    LocalTime from = LocalTime.parse(span[0]);
    LocalTime to = LocalTime.parse(span[1]);
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }
}
