package io.github.danmuhub.platform;

/**
 * The user's own cookie. Never printed, logged or captured: {@link #toString} says only whether
 * there is one.
 *
 * @param cookie as in a {@code Cookie} header; empty for an anonymous visitor
 */
public record Credentials(String cookie) {

  /** An anonymous visitor. */
  public static final Credentials NONE = new Credentials("");

  public boolean isAnonymous() {
    return cookie.isEmpty();
  }

  @Override
  public String toString() {
    return isAnonymous() ? "Credentials[none]" : "Credentials[cookie hidden]";
  }
}
