package io.github.danmuhub.cookie;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One cookie of a file.
 *
 * @param domain whose it is, without a dot in front; empty where the file does not say
 * @param expires epoch seconds; {@link #NEVER} where it does not, or the file does not say
 */
record SavedCookie(String name, String value, String domain, double expires) {
  static final double NEVER = Double.POSITIVE_INFINITY;

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  SavedCookie {
    domain = domain.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
    expires = expires > 0 ? expires : NEVER; // 0 and -1 stand for: until the browser is closed
  }

  static SavedCookie of(String name, String value) {
    return new SavedCookie(name, value, "", NEVER);
  }

  /** Whether a cookie may have that name (RFC 6265 §4.1.1). */
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether a header can carry it. */
  boolean canBeSent() {
    return isName(name) && value.chars().noneMatch(c -> c == ';' || Character.isISOControl(c));
  }

  /**
   * Whether it is of that site: {@code bilibili} has {@code bilibili.com} and {@code
   * live.bilibili.com}. One that does not say is of any.
   */
  boolean isOf(String site) {
    List<String> labels = List.of(domain.split("\\.", -1));
    return domain.isEmpty() || (labels.size() > 1 && labels.get(labels.size() - 2).equals(site));
  }

  /** Says nothing of the value. */
  @Override
  public String toString() {
    return "SavedCookie[" + name + "]";
  }
}
