package io.github.danmuhub.config;

import io.github.danmuhub.text.Phrase;
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
      throw new BadValueException(key, Phrase.of("config.token", ServerConfig.TOKEN_LENGTH));
    }
    return written;
  }
}
