package io.github.danmuhub.config;

import java.util.List;

/** A value that makes no sense; the message begins with its key, such as {@code server.port}. */
final class BadValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String key;

  BadValueException(String key, String words) {
    super(key + " " + words);
    this.key = key;
  }

  /** Of the keys, from the file's outermost on. */
  List<String> path() {
    return List.of(key.split("\\."));
  }
}
