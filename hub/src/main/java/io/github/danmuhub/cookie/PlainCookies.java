package io.github.danmuhub.cookie;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code a=b; c=d}: on one line or on several, quoted or not. Lines that begin with {@code #} are
 * comments.
 */
final class PlainCookies implements CookieFormat {
  private static final Pattern SHELL = Pattern.compile("^(?:export|set)\\s+");

  @Override
  public List<SavedCookie> read(String text) {
    List<SavedCookie> cookies = new ArrayList<>();
    List<String> lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    for (String line : lines) {
      List<SavedCookie> found = pairs(Quotes.off(SHELL.matcher(line).replaceFirst("")));
      if (found.isEmpty()) {
        return List.of(); // a line of something else
      }
      cookies.addAll(found);
    }
    return cookies;
  }

  /** As in a header; what is no pair, such as a flag, is left out. */
  static List<SavedCookie> pairs(String header) {
    List<SavedCookie> cookies = new ArrayList<>();
    for (String pair : header.split(";", -1)) {
      int equals = pair.indexOf('=');
      String name = pair.substring(0, Math.max(0, equals)).strip();
      String value = pair.substring(equals + 1).strip();
      if (SavedCookie.isName(name) && !value.isEmpty()) {
        cookies.add(SavedCookie.of(name, Quotes.off(value)));
      }
    }
    return cookies;
  }
}
