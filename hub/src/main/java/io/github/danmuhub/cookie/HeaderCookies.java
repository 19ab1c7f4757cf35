package io.github.danmuhub.cookie;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Cookie: a=b; c=d}, alone or among other headers, in a command for curl, in a configuration
 * file; {@code document.cookie = "a=b"}; and {@code Set-Cookie:}, of which the first pair counts.
 */
final class HeaderCookies implements CookieFormat {
  private static final Pattern HEADER =
      Pattern.compile(
          "(?im)(?<![\\w-])(?<set>set-)?cookie[\"']?\\s*:\\s*"
              + "|^\\s*(?:(?:const|let|var)\\s+)?(?:document\\.)?cookie\\s*=\\s*"
              + "|(?<!\\S)(?:-b|--cookie)[\\s=]+");

  /** A command for cmd.exe, which wants a caret before whatever is special. */
  private static final Pattern WINDOWS = Pattern.compile("(?i)^curl(?:\\.exe)?\\s+\\^\"");

  private static final Pattern DOMAIN = Pattern.compile("(?i);\\s*domain=([^;\\s]+)");

  @Override
  public List<SavedCookie> read(String saved) {
    String text = WINDOWS.matcher(saved).find() ? saved.replaceAll("\\^(.)", "$1") : saved;
    List<SavedCookie> cookies = new ArrayList<>();
    Matcher header = HEADER.matcher(text);
    while (header.find()) {
      String value = value(text, header);
      if (header.group("set") == null) {
        cookies.addAll(PlainCookies.pairs(value));
      } else {
        set(value, cookies);
      }
    }
    return cookies;
  }

  /** To the end of the line; in quotation marks, to the one that belongs to that in front. */
  private static String value(String text, Matcher header) {
    int begin = header.end();
    int before = header.start() - 1;
    char mark = 0;
    if (begin < text.length() && Quotes.isMark(text.charAt(begin))) {
      mark = text.charAt(begin++);
    } else if (before >= 0 && Quotes.isMark(text.charAt(before))) {
      mark = text.charAt(before);
    }
    String line = text.substring(begin).lines().findFirst().orElse("");
    int end = mark == 0 ? -1 : line.indexOf(mark);
    return end < 0 ? line : line.substring(0, end);
  }

  private static void set(String value, List<SavedCookie> cookies) {
    Matcher domain = DOMAIN.matcher(value);
    String named = domain.find() ? domain.group(1) : "";
    PlainCookies.pairs(value).stream()
        .findFirst()
        .map(c -> new SavedCookie(c.name(), c.value(), named, SavedCookie.NEVER))
        .ifPresent(cookies::add);
  }
}
