package io.github.danmuhub.config;

import io.github.danmuhub.text.Phrase;

/** Numbers that make sense, else a refusal that names the key. */
final class Range {
  private static final int LAST_PORT = 65_535;

  private Range() {}

  static int port(String key, int value) {
    return between(0, LAST_PORT, key, value);
  }

  static int upTo(int most, String key, int value) {
    return between(1, most, key, value);
  }

  static int between(int least, int most, String key, int value) {
    if (value < least || value > most) {
      throw new BadValueException(key, Phrase.of("config.range", least, most, value));
    }
    return value;
  }
}
