package io.github.danmuhub.cookie;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code cookies.txt}, as curl, wget, yt-dlp and browser extensions write it: domain, whether for
 * its subdomains too, path, whether for TLS only, expiry, name, value; tabs between them, which
 * some editors turn into blanks.
 */
final class NetscapeCookies implements CookieFormat {
  private static final Pattern LINE =
      Pattern.compile(
          "(?i)(?:#HttpOnly_)?([\\w.:-]+)\\s+(?:TRUE|FALSE)\\s+/\\S*\\s+(?:TRUE|FALSE)\\s+"
              + "(-?[\\d.]{1,20})\\s+(\\S+)\\s+(\\S.*)");

  @Override
  public List<SavedCookie> read(String text) {
    return text.lines()
        .map(line -> LINE.matcher(line.strip()))
        .filter(Matcher::matches)
        .map(line -> new SavedCookie(line.group(3), line.group(4), line.group(1), seconds(line)))
        .toList();
  }

  private static double seconds(Matcher line) {
    try {
      return Double.parseDouble(line.group(2));
    } catch (NumberFormatException e) {
      return SavedCookie.NEVER;
    }
  }
}
