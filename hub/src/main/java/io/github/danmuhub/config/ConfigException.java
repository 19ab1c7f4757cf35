package io.github.danmuhub.config;

/**
 * The configuration cannot be used: wrong usage. The message says where and what to do, in one
 * line.
 */
public final class ConfigException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }
}
