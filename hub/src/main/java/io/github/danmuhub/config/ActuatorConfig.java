package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.Map;

/**
 * What one part of a device may be told.
 *
 * @param x the least and the most
 * @param y the least and the most
 * @param perSecond how much either may change in a second
 * @param everyMs commands follow each other no faster
 * @param longestMs one movement
 * @param dutyMs on without a pause, and at most half of a minute: for lasers; 0: no such bound
 * @param dailySeconds of movement a day; 0: no cap
 * @param dailyTimes movements a day; 0: no cap
 */
public record ActuatorConfig(
    List<Integer> x,
    List<Integer> y,
    Integer perSecond,
    Integer everyMs,
    Integer longestMs,
    Integer dutyMs,
    Integer dailySeconds,
    Integer dailyTimes) {
  private static final int MILLION = 1_000_000;
  private static final int MINUTE_MS = 60_000;
  private static final List<Integer> PERCENT = List.of(-100, 100);
  private static final List<Integer> NONE = List.of(0, 0);

  /** Those of the cat toy: pan and tilt in degrees, ball and wand in percent. */
  public static final Map<String, ActuatorConfig> CAT_TOY =
      Map.of(
          "laser",
          new ActuatorConfig(List.of(-40, 40), List.of(-30, 10), 90, 200, 8_000, 10_000, 0, 0),
          "ball",
          new ActuatorConfig(PERCENT, NONE, 400, 200, 10_000, 0, 0, 0),
          "wand",
          new ActuatorConfig(PERCENT, NONE, 400, 200, 10_000, 0, 0, 0));

  public ActuatorConfig {
    x = span("x", requireNonNullElse(x, PERCENT));
    y = span("y", requireNonNullElse(y, NONE));
    perSecond = count("per_second", requireNonNullElse(perSecond, MILLION), 1, MILLION);
    everyMs = count("every_ms", requireNonNullElse(everyMs, 200), 20, MINUTE_MS);
    longestMs = count("longest_ms", requireNonNullElse(longestMs, 10_000), 1, MINUTE_MS);
    dutyMs = count("duty_ms", requireNonNullElse(dutyMs, 0), 0, MINUTE_MS);
    dailySeconds = count("daily_seconds", requireNonNullElse(dailySeconds, 0), 0, MILLION);
    dailyTimes = count("daily_times", requireNonNullElse(dailyTimes, 0), 0, MILLION);
  }

  private static List<Integer> span(String key, List<Integer> span) {
    if (span.size() != 2 || span.get(0) > span.get(1) || beyond(span.get(0), span.get(1))) {
      throw new BadValueException("devices.safety.actuators." + key, Phrase.of("config.span"));
    }
    return List.copyOf(span);
  }

  private static boolean beyond(int least, int most) {
    return least < -MILLION || most > MILLION;
  }

  private static int count(String key, int value, int least, int most) {
    return Range.between(least, most, "devices.safety.actuators." + key, value);
  }

  /** Whether something of it is counted by the day. */
  public boolean isCapped() {
    return dailySeconds > 0 || dailyTimes > 0;
  }
}
