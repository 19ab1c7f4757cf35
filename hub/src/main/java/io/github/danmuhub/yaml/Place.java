package io.github.danmuhub.yaml;

import io.github.danmuhub.text.Phrase;

/** Where something stands in the file; line and column count from 1. */
public record Place(int line, int column) {
  public static final Place START = new Place(1, 1);

  /** So many characters further on the same line. */
  public Place plus(int characters) {
    return new Place(line, column + characters);
  }

  public Phrase told() {
    return Phrase.of("yaml.place", line, column);
  }

  @Override
  public String toString() {
    return told().toString();
  }
}
