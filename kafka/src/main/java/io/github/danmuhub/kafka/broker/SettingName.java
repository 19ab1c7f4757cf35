package io.github.danmuhub.kafka.broker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which setting Kafka's client refuses, out of its message, which repeats the value too. */
final class SettingName {
  private static final Pattern FORM =
      Pattern.compile("(?:for configuration |configuration \"|in )([a-z]+(?:\\.[a-z]+)+)");

  private SettingName() {}

  /** Empty where it does not say. */
  static Optional<String> in(Throwable refusal) {
    for (Throwable at = refusal; at != null; at = at.getCause()) {
      Matcher name = FORM.matcher(String.valueOf(at.getMessage()));
      if (name.find()) {
        return Optional.of(String.valueOf(name.group(1)));
      }
    }
    return Optional.empty();
  }
}
