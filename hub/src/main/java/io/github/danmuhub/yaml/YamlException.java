package io.github.danmuhub.yaml;

/** The file cannot be read at all. */
public final class YamlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  YamlException(Place place, String words) {
    super(words);
    this.fault = new Fault(place, words);
  }

  public Fault fault() {
    return fault;
  }
}
