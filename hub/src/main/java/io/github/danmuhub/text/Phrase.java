package io.github.danmuhub.text;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that the program tells a person, before a language is chosen: a key of the
 * dictionaries, and what is filled in. {@link Words} says it. Immutable, as its parts must be.
 *
 * @param key such as {@code cookie.public}, in {@code messages_en.properties} and its siblings
 * @param parts stand for {0}, {1} … in the words of the key: phrases, numbers, and what is the same
 *     in every language, such as names
 */
public record Phrase(String key, List<Object> parts) {
  /** Of what {@link #library} makes. */
  static final String LIBRARY = "library";

  /** Of what {@link #said} makes. */
  static final String SAID = "said";

  /** Nothing to say. */
  public static final Phrase NONE = foreign("");

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
  public static Phrase foreign(@Nullable Object words) {
    return of("foreign", String.valueOf(words));
  }

  /**
   * A sentence of the library, which comes in English without a key: said in the reader's language
   * where that knows it, else as it came.
   */
  public static Phrase library(@Nullable Object sentence) {
    return of(LIBRARY, String.valueOf(sentence));
  }

  /**
   * Words of the system, of a browser, of another program: a Chinese sentence has them in brackets.
   */
  public static Phrase said(@Nullable Object words) {
    return of(SAID, String.valueOf(words));
  }

  /** One and another: with commas, or what a language has for them. */
  public static Phrase list(List<?> all) {
    return joined("list", all);
  }

  /** One or another. */
  public static Phrase any(List<?> all) {
    return joined("any", all);
  }

  private static Phrase joined(String key, List<?> all) {
    return all.stream()
        .map(each -> each instanceof Phrase phrase ? phrase : foreign(each))
        .reduce((one, next) -> of(key, one, next))
        .orElseGet(() -> foreign(""));
  }

  /** The same, with each text that is filled in changed: strangers may have written it. */
  public Phrase mapped(UnaryOperator<String> change) {
    return new Phrase(key, parts.stream().map(part -> mapped(part, change)).toList());
  }

  private static Object mapped(Object part, UnaryOperator<String> change) {
    if (part instanceof Phrase phrase) {
      return phrase.mapped(change);
    }
    return part instanceof Number ? part : change.apply(part.toString());
  }

  /** The same, with what is filled in cut after so many characters. */
  public Phrase shortened(int most) {
    return mapped(text -> text.length() <= most ? text : text.substring(0, most) + " ...");
  }

  /** In English, as logs, JSON and stack traces have it. */
  @Override
  public String toString() {
    return Words.ENGLISH.say(this);
  }
}
