package io.github.danmuhub.config;

/** Numbers that make sense, else a refusal that names the key. */
final class Range {
  private static final int LAST_PORT = 65_535;

  private Range() {}

  static int port(String key, int value) {
    if (value < 0 || value > LAST_PORT) {
      throw new BadValueException(key, "must be 0 to 65535, not " + value);
    }
    return value;
  }

  static int atLeastOne(String key, int value) {
    if (value < 1) {
      throw new BadValueException(key, "must be at least 1, not " + value);
    }
    return value;
  }
}
