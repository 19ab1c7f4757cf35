package io.github.danmuhub.device.safety;

import io.github.danmuhub.config.ActuatorConfig;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was used today, by actuator. It is stored before it is used, so that a restart gives nothing
 * back; and the day never goes back, so that a clock which is set back gives nothing back either.
 * What cannot be read, or written, is a reason to stay disarmed. One thread; a use may block.
 */
public final class DailyCaps {
  private static final int SECOND = 1_000;
  private static final Pattern LINE = Pattern.compile("([a-z0-9_-]+) (\\d{1,9}) (\\d{1,9})");

  /** Where it outlives a restart. */
  public interface Store {
    /** Nothing is kept, and nothing is capped. */
    Store NONE =
        new Store() {
          @Override
          public Optional<String> read() {
            return Optional.empty();
          }

          @Override
          public void write(String text) {}
        };

    /** Empty where nothing was ever stored. */
    Optional<String> read() throws IOException;

    /** Replaces it as a whole. */
    void write(String text) throws IOException;
  }

  private record Used(int times, int seconds) {
    private static final Used NONE = new Used(0, 0);
  }

  private final Store store;
  private final ZoneId zone;
  private final Map<String, Used> used = new TreeMap<>();
  private LocalDate day = LocalDate.MIN;
  private Optional<Phrase> trouble = Optional.empty();

  /** What the store has. */
  public DailyCaps(Store store, ZoneId zone) {
    this.store = store;
    this.zone = zone;
    try {
      store.read().ifPresent(this::parse);
    } catch (IOException | DateTimeException e) {
      trouble = Optional.of(Phrase.of("gate.caps-unread", String.valueOf(e.getMessage())));
    }
  }

  /**
   *
   *
   * <pre>
   * 2026-11-30
   * laser 3 24
   * </pre>
   *
   * The day; then an actuator a line, its movements and their seconds.
   */
  private void parse(String text) {
    String[] lines = text.split("\n", -1);
    day = LocalDate.parse(lines[0]);
    for (int i = 1; i < lines.length - 1; i++) {
      Matcher line = LINE.matcher(lines[i]);
      if (!line.matches()) {
        throw new DateTimeException("line " + (i + 1) + " is not ACTUATOR TIMES SECONDS");
      }
      used.put(
          line.group(1),
          new Used(Integer.parseInt(line.group(2)), Integer.parseInt(line.group(3))));
    }
    if (!lines[lines.length - 1].isEmpty()) {
      throw new DateTimeException("the last line is cut");
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder(day + "\n");
    used.forEach(
        (name, of) ->
            text.append(name)
                .append(' ')
                .append(of.times)
                .append(' ')
                .append(of.seconds)
                .append('\n'));
    return text.toString();
  }

  /** Why nothing may move, as long as that lasts. */
  public Optional<Phrase> trouble() {
    return trouble;
  }

  /** Why this actuator may not move today, where it may not. */
  public Optional<Phrase> refusal(String actuator, ActuatorConfig limits, long wallMs) {
    Used today = today(wallMs).getOrDefault(actuator, Used.NONE);
    if (limits.dailyTimes() > 0 && today.times >= limits.dailyTimes()) {
      return Optional.of(Phrase.of("gate.times", actuator, today.times));
    }
    if (limits.dailySeconds() > 0 && today.seconds >= limits.dailySeconds()) {
      return Optional.of(Phrase.of("gate.seconds", actuator, today.seconds));
    }
    return Optional.empty();
  }

  /** It is about to move for so long; whether that is stored, so that it may. */
  public boolean use(String actuator, ActuatorConfig limits, int ms, long wallMs) {
    if (!limits.isCapped()) {
      return true;
    }
    Used today = today(wallMs).getOrDefault(actuator, Used.NONE);
    int seconds = (ms + SECOND - 1) / SECOND;
    used.put(actuator, new Used(today.times + 1, today.seconds + seconds));
    try {
      store.write(text());
      return true;
    } catch (IOException e) {
      trouble = Optional.of(Phrase.of("gate.caps-unwritten", String.valueOf(e.getMessage())));
      return false;
    }
  }

  private Map<String, Used> today(long wallMs) {
    LocalDate now = Instant.ofEpochMilli(wallMs).atZone(zone).toLocalDate();
    if (now.isAfter(day)) {
      day = now;
      used.clear();
    }
    return used;
  }
}
