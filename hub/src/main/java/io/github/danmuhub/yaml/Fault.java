package io.github.danmuhub.yaml;

import io.github.danmuhub.text.Phrase;

/** Something that is wrong in the file, in one line for a person. */
public record Fault(Place place, Phrase words) {
  /** With its place. */
  public Phrase told() {
    return Phrase.of("yaml.fault", place.told(), words);
  }

  @Override
  public String toString() {
    return told().toString();
  }
}
