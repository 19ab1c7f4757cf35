package io.github.danmuhub.rule.text;

import io.github.danmuhub.text.Phrase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks a pattern through before RE2 does, which would compile {@code (a{1000}){1000}} for a third
 * of a second: what is refused is told with its place.
 */
final class PatternScan {
  private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");
  private static final Pattern LOOK = Pattern.compile("\\(\\?(?:[=!]|<[=!]|>)");

  private final String pattern;

  /** Of each open group: the largest product inside it. */
  private final Deque<Long> groups = new ArrayDeque<>();

  /** The product of what stands just before: a group's, or 1 of a character. */
  private long last = 1;

  private PatternScan(String pattern) {
    this.pattern = pattern;
    groups.push(1L);
  }

  static void check(String pattern) throws BadPatternException {
    new PatternScan(pattern).scan();
  }

  private void scan() throws BadPatternException {
    int at = 0;
    while (at < pattern.length()) {
      at = step(at);
    }
  }

  private int step(int at) throws BadPatternException {
    switch (pattern.charAt(at)) {
      case '\\' -> {
        refuseBackReference(at);
        last = 1;
        return pattern.startsWith("\\Q", at) ? quoted(at) : at + 2;
      }
      case '[' -> {
        last = 1;
        return classEnd(at);
      }
      case '(' -> {
        refuseLooks(at);
        groups.push(1L);
        return at + 1;
      }
      case ')' -> {
        last = groups.size() > 1 ? groups.pop() : 1;
        note(last);
        return at + 1;
      }
      case '{' -> {
        return repeat(at);
      }
      default -> {
        last = "*+?".indexOf(pattern.charAt(at)) >= 0 ? last : 1;
        return at + 1;
      }
    }
  }

  private void refuseBackReference(int at) throws BadPatternException {
    char next = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
    if ((next >= '1' && next <= '9') || next == 'k') {
      throw new BadPatternException(at, Phrase.of("rule.back-reference"));
    }
  }

  private void refuseLooks(int at) throws BadPatternException {
    Matcher look = LOOK.matcher(pattern).region(at, pattern.length());
    if (look.lookingAt()) {
      throw new BadPatternException(at, Phrase.of("rule.look-around", look.group()));
    }
  }

  private int quoted(int at) {
    int end = pattern.indexOf("\\E", at);
    return end < 0 ? pattern.length() : end + 2;
  }

  private int classEnd(int from) {
    int at = from + 1;
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      at++;
    }
    if (at < pattern.length() && pattern.charAt(at) == ']') {
      at++;
    }
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      at += pattern.charAt(at) == '\\' ? 2 : pattern.startsWith("[:", at) ? 2 : 1;
      if (at < pattern.length() && pattern.startsWith(":]", at)) {
        at += 2;
      }
    }
    return at + 1;
  }

  private int repeat(int at) throws BadPatternException {
    Matcher repeat = REPEAT.matcher(pattern).region(at, pattern.length());
    if (!repeat.lookingAt()) {
      last = 1;
      return at + 1;
    }
    String most = repeat.group(2);
    long times = Long.parseLong(most == null || most.isEmpty() ? repeat.group(1) : most);
    last *= Math.max(1, times);
    if (last > BoundedPattern.REPEATS) {
      throw new BadPatternException(at, Phrase.of("rule.repeats", last, BoundedPattern.REPEATS));
    }
    note(last);
    return repeat.end();
  }

  private void note(long product) {
    groups.push(Math.max(groups.pop(), product));
  }
}
