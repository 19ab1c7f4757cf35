package io.github.danmuhub.rule.model;

/** A template that gives what its parameter cannot take; the message says so. */
public final class BadFillException extends Exception {
  private static final long serialVersionUID = 1L;

  BadFillException(String words) {
    super(words);
  }
}
