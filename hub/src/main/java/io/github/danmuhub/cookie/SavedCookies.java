package io.github.danmuhub.cookie;

import io.github.danmuhub.text.Phrase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a file holds, by the first format of the table that reads it. */
public final class SavedCookies {
  /** What a header may be long; no browser sends more. */
  private static final int LONGEST = 16 << 10;

  private static final List<CookieFormat> FORMATS =
      List.of(
          new JsonCookies(),
          new NetscapeCookies(),
          new TableCookies(),
          new HeaderCookies(),
          new PlainCookies());

  private SavedCookies() {}

  /**
   * The file's cookies as in a {@code Cookie} header. Of several of one name the first counts that
   * is not past its date; where all are, the platform shall say so.
   *
   * @param site whose are taken where the file tells them apart, such as {@code bilibili}
   * @throws NoCookieException in words, if there are none
   */
  public static String header(byte[] file, String site, Instant now) throws NoCookieException {
    List<SavedCookie> all = read(FileText.of(file));
    List<SavedCookie> own = all.stream().filter(cookie -> cookie.isOf(site)).toList();
    if (own.isEmpty()) {
      throw new NoCookieException(Phrase.of("cookie.others", site));
    }
    String header = header(own, now);
    if (header.length() > LONGEST) {
      throw new NoCookieException(Phrase.of("cookie.many"));
    }
    return header;
  }

  /** What one format finds broken may be well-formed in another. */
  private static List<SavedCookie> read(String text) throws NoCookieException {
    NoCookieException broken = null;
    for (CookieFormat format : FORMATS) {
      try {
        List<SavedCookie> cookies = format.read(text);
        if (!cookies.isEmpty()) {
          return cookies;
        }
      } catch (NoCookieException e) {
        broken = broken == null ? e : broken;
      }
    }
    throw broken == null ? new NoCookieException(Phrase.of("cookie.none")) : broken;
  }

  private static String header(List<SavedCookie> cookies, Instant now) throws NoCookieException {
    Map<String, SavedCookie> byName = new LinkedHashMap<>();
    for (SavedCookie cookie : cookies) {
      if (!cookie.canBeSent()) {
        throw new NoCookieException(Phrase.of("cookie.characters"));
      }
      byName.merge(
          cookie.name(),
          cookie,
          (first, other) -> first.expires() > now.getEpochSecond() ? first : other);
    }
    return byName.values().stream()
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .collect(Collectors.joining("; "));
  }
}
