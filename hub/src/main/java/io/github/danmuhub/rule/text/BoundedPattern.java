package io.github.danmuhub.rule.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.danmuhub.text.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that a viewer cannot make slow: RE2's syntax (no look-around, no back-references), at
 * most {@value #LENGTH} characters, its nested repeats multiplied at most {@value #REPEATS}. Any
 * thread.
 */
public final class BoundedPattern {
  static final int LENGTH = 200;
  static final int REPEATS = 1_000;

  private final Pattern pattern;

  private BoundedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads it.
   *
   * @throws BadPatternException in words, with the place in the pattern
   */
  public static BoundedPattern of(String pattern) throws BadPatternException {
    if (pattern.codePointCount(0, pattern.length()) > LENGTH) {
      throw new BadPatternException(LENGTH, Phrase.of("rule.pattern-long", LENGTH));
    }
    PatternScan.check(pattern);
    try {
      return new BoundedPattern(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      throw new BadPatternException(
          at(pattern, e.getPattern()), Phrase.of("rule.pattern-bad", words(e)));
    }
  }

  private static int at(String pattern, @Nullable String part) {
    return part == null ? 0 : Math.max(0, pattern.indexOf(part));
  }

  private static String words(PatternSyntaxException e) {
    String part = e.getPattern();
    return e.getDescription() + (part == null ? "" : " in " + part);
  }

  /** Whether it is found anywhere in the text. */
  public boolean isIn(String text) {
    return pattern.matcher(text).find();
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
