package io.github.danmuhub.yaml;

/** Something that is wrong in the file, in one line for a person. */
public record Fault(Place place, String words) {
  @Override
  public String toString() {
    return place + ": " + words;
  }
}
