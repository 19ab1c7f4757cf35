package io.github.danmuhub.doctor;

import io.github.danmuhub.text.Phrase;

/**
 * One step of the walk.
 *
 * @param name what was tried, such as {@code lookup}
 * @param detail what was seen, or what to do; one line without secrets
 * @param tookMs since the step began
 */
public record Step(String name, Outcome outcome, Phrase detail, long tookMs) {

  /** How a step went. */
  public enum Outcome {
    OK,
    /** Works, but a person should know. */
    WARNING,
    FAILED
  }
}
