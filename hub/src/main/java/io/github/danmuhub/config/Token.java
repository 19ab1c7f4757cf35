package io.github.danmuhub.config;

import org.jspecify.annotations.Nullable;

/** Secrets that callers must know. */
final class Token {
  private Token() {}

  /** As it is written; null for none, which YAML gives as an empty text. */
  static @Nullable String of(String key, @Nullable String written) {
    if (written == null || written.isEmpty()) {
      return null;
    }
    if (written.length() < ServerConfig.TOKEN_LENGTH) {
      throw new BadValueException(
          key, "is too short: use at least " + ServerConfig.TOKEN_LENGTH + " characters");
    }
    return written;
  }
}
