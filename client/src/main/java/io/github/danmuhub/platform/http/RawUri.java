package io.github.danmuhub.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * URIs as browsers write and hosts accept them: path and query may hold {@code | { } " ^ ` \\ < >},
 * blanks, a bare {@code %} and bytes above 127, all of which RFC 3986 forbids. They are
 * percent-encoded here, once.
 */
public final class RawUri {
  private static final Pattern SCHEME_AND_HOST = Pattern.compile("[A-Za-z][\\w+.-]*://[^/?]*");
  private static final String LEGAL = "-._~!$&'()*+,;=:@/?";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private RawUri() {}

  /**
   * One that is absolute, or a path with its query, as RFC 3986 wants it. It has no fragment:
   * {@code #} is a character like any other. Scheme, host and port stay as they are.
   */
  public static String encoded(byte[] bytes) {
    return encoded(bytes, false);
  }

  /** The same; a {@code %} without two hex digits stays, for who refuses that. */
  public static String encodedButPercent(byte[] bytes) {
    return encoded(bytes, true);
  }

  private static String encoded(byte[] bytes, boolean percentStays) {
    String text = new String(bytes, ISO_8859_1);
    Matcher host = SCHEME_AND_HOST.matcher(text);
    int path = host.lookingAt() ? host.end() : 0;
    StringBuilder legal = new StringBuilder(text.length()).append(text, 0, path);
    for (int i = path; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLegal(c) || (c == '%' && (percentStays || isEncoded(text, i)))) {
        legal.append(c);
      } else {
        legal.append('%').append(HEX.toHexDigits((byte) c));
      }
    }
    return legal.toString();
  }

  private static boolean isLegal(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || LEGAL.indexOf(c) >= 0;
  }

  private static boolean isEncoded(String text, int at) {
    return at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }
}
