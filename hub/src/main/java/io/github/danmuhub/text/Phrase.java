package io.github.danmuhub.text;

import java.util.List;

/**
 * Something that the program tells a person, before a language is chosen: a key of the
 * dictionaries, and what is filled in. {@link Words} says it. Immutable, as its parts must be.
 *
 * @param key such as {@code cookie.public}, in {@code messages_en.properties} and its siblings
 * @param parts stand for {0}, {1} … in the words of the key: phrases, numbers, and what is the same
 *     in every language, such as names
 */
public record Phrase(String key, List<Object> parts) {
  public Phrase {
    parts = List.copyOf(parts);
  }

  public static Phrase of(String key, Object... parts) {
    return new Phrase(key, List.of(parts));
  }

  /**
   * So many of something: {@code 1 room}, {@code 2,000 rooms}.
   *
   * @param what the key of its words without {@code count.}
   */
  public static Phrase count(long n, String what) {
    return of("count." + what, n);
  }

  /** Words that are not ours, such as the JDK's: they stay as they came. */
  public static Phrase foreign(Object words) {
    return of("foreign", String.valueOf(words));
  }

  /** Phrases as a list: with commas, or what a language has for them. */
  public static Phrase list(List<?> all) {
    return all.stream()
        .map(each -> each instanceof Phrase phrase ? phrase : foreign(each))
        .reduce((one, next) -> of("list", one, next))
        .orElseGet(() -> foreign(""));
  }

  /** In English, as logs, JSON and stack traces have it. */
  @Override
  public String toString() {
    return Words.ENGLISH.say(this);
  }
}
