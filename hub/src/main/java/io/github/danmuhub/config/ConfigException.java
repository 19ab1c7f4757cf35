package io.github.danmuhub.config;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;

/**
 * The configuration cannot be used: wrong usage. The message says where and what to do, in one
 * line.
 */
public final class ConfigException extends IllegalArgumentException implements Told {
  private static final long serialVersionUID = 1L;

  private final transient Phrase told;

  public ConfigException(Phrase told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Phrase told() {
    return told;
  }
}
