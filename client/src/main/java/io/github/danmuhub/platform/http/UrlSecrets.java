package io.github.danmuhub.platform.http;

import java.util.regex.Pattern;

/** URLs without what sounds secret: passwords, and the values of parameters such as tokens. */
public final class UrlSecrets {
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "(?i)([?&;#][^=&#]*(?:token|key|sign|sess|auth|cookie|csrf|bogus|secret|pass|ticket)"
              + "[^=&#]*=)[^&#]*");
  private static final Pattern USER_INFO = Pattern.compile("^([a-zA-Z+.-]+://)[^/?#@]*@");

  private UrlSecrets() {}

  /** The URL with {@code ***} in place of what is secret; it need not be well-formed. */
  public static String masked(String url) {
    String anonymous = USER_INFO.matcher(url).replaceFirst("$1");
    return SECRET_PARAMETER.matcher(anonymous).replaceAll("$1***");
  }
}
