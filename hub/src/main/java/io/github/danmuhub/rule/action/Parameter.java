package io.github.danmuhub.rule.action;

import java.util.List;

/**
 * One thing that an action of a kind can be told.
 *
 * @param name in small letters with underscores, such as {@code speed_limit}
 * @param words what a text may be; empty: anything. Told when rules are checked, and once more when
 *     a template is filled in
 */
public record Parameter(String name, Type type, boolean required, List<String> words) {
  public Parameter {
    words = List.copyOf(words);
  }

  /** One that must be there. */
  public static Parameter required(String name, Type type) {
    return new Parameter(name, type, true, List.of());
  }

  /** One that may be left out. */
  public static Parameter optional(String name, Type type) {
    return new Parameter(name, type, false, List.of());
  }

  /** A text that is one of these words. */
  public static Parameter oneOf(String name, boolean required, List<String> words) {
    return new Parameter(name, Type.TEXT, required, words);
  }

  /** What is written for it in a rule, and what the sink gets. */
  public enum Type {
    /** A text of at most 500 code points, without control characters. */
    TEXT,
    /** A text whose templates are filled in percent-encoded. */
    URL,
    /** A whole number: a {@code long}. */
    WHOLE,
    /** {@code true} or {@code false}. */
    FLAG,
    /** Such as {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h}. */
    DURATION,
    /** A list of texts. */
    TEXTS,
    /** A map of texts. */
    FIELDS
  }
}
