package io.github.danmuhub.yaml;

import io.github.danmuhub.text.Phrase;

/** The file cannot be read at all. */
public final class YamlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  YamlException(Place place, Phrase words) {
    super(words.toString());
    this.fault = new Fault(place, words);
  }

  public Fault fault() {
    return fault;
  }
}
