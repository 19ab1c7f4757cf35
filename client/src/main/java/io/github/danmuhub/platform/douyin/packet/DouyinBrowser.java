package io.github.danmuhub.platform.douyin.packet;

/** The browser that every request of ours seems to come from; the site checks that it fits. */
public final class DouyinBrowser {
  public static final String USER_AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/139.0.0.0 Safari/537.36";
  public static final String ORIGIN = "https://live.douyin.com";

  private static final String PRODUCT = "Mozilla/";

  private DouyinBrowser() {}

  /** The {@code browser_version} that fits a User-Agent: all of it after {@code Mozilla/}. */
  public static String browserVersion(String userAgent) {
    return userAgent.startsWith(PRODUCT) ? userAgent.substring(PRODUCT.length()) : userAgent;
  }

  /** The User-Agent that fits a {@code browser_version}; ours where it is empty. */
  public static String userAgent(String browserVersion) {
    return browserVersion.isEmpty() ? USER_AGENT : PRODUCT + browserVersion;
  }
}
