package io.github.danmuhub.yaml;

/** Where something stands in the file; line and column count from 1. */
public record Place(int line, int column) {
  public static final Place START = new Place(1, 1);

  /** So many characters further on the same line. */
  public Place plus(int characters) {
    return new Place(line, column + characters);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
