package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.text.Phrase;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the hub lets a device do; a toy has bounds of its own besides.
 *
 * @param quiet times of day in which it does not move, such as {@code 22:00-08:00}
 * @param zone of these times and of the days of the caps, such as {@code Europe/Berlin}
 * @param sessionMinutes armed in all, before it rests
 * @param restMinutes without a break; then a session begins anew
 * @param capsFile where what was used today is kept; needed where an actuator has a cap of the day
 * @param actuators by their names; one that is not named is refused
 * @param stopText what is said to a device that does not speak the toy's lines, when it is stopped
 */
public record SafetyConfig(
    List<String> quiet,
    String zone,
    Integer sessionMinutes,
    Integer restMinutes,
    @Nullable String capsFile,
    Map<String, ActuatorConfig> actuators,
    String stopText) {
  private static final int DAY = 24 * 60;
  private static final Pattern FROM_TO =
      Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d");

  /** What holds where the file says nothing. */
  @SuppressWarnings("NullAway") // an absent key is null, and the constructor knows its default
  public static final SafetyConfig STANDARD =
      new SafetyConfig(null, null, null, null, null, null, null);

  public SafetyConfig {
    quiet = List.copyOf(requireNonNullElse(quiet, List.of()));
    zone = requireNonNullElse(zone, ZoneId.systemDefault().getId());
    sessionMinutes =
        Range.upTo(DAY, "devices.safety.session_minutes", requireNonNullElse(sessionMinutes, 15));
    restMinutes =
        Range.upTo(DAY, "devices.safety.rest_minutes", requireNonNullElse(restMinutes, 30));
    actuators = Map.copyOf(requireNonNullElse(actuators, ActuatorConfig.CAT_TOY));
    stopText = requireNonNullElse(stopText, "");
    checkZone(zone);
    if (!quiet.stream().allMatch(each -> FROM_TO.matcher(each).matches())) {
      throw new BadValueException("devices.safety.quiet", Phrase.of("config.quiet"));
    }
    if (capsFile == null && actuators.values().stream().anyMatch(ActuatorConfig::isCapped)) {
      throw new BadValueException("devices.safety.caps_file", Phrase.of("config.caps-file"));
    }
  }

  private static void checkZone(String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new BadValueException("devices.safety.zone", Phrase.of("config.zone"));
    }
  }
}
