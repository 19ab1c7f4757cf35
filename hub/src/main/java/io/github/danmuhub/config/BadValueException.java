package io.github.danmuhub.config;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import java.util.List;

/** A value that makes no sense; what it tells begins with its key, such as {@code server.port}. */
final class BadValueException extends IllegalArgumentException implements Told {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Phrase told;

  /** {@code what} goes on behind the key. */
  BadValueException(String key, Phrase what) {
    super(key + " " + what);
    this.key = key;
    this.told = Phrase.of("config.value", key, what);
  }

  @Override
  public Phrase told() {
    return told;
  }

  /** Of the keys, from the file's outermost on. */
  List<String> path() {
    return List.of(key.split("\\."));
  }
}
