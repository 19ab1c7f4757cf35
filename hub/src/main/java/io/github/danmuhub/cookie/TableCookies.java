package io.github.danmuhub.cookie;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines copied from the table of a browser's developer tools: name, value, domain, path, …. */
final class TableCookies implements CookieFormat {
  private static final Pattern LINE =
      Pattern.compile("([^\\t]+)\\t([^\\t]+)\\t(\\.?[\\w-]+(?:\\.[\\w-]+)+)\\t/.*");

  @Override
  public List<SavedCookie> read(String text) {
    return text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(
            line -> new SavedCookie(line.group(1), line.group(2), line.group(3), SavedCookie.NEVER))
        .toList();
  }
}
