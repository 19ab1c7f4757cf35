package io.github.danmuhub.platform.bilibili;

import io.github.danmuhub.platform.Settings;
import java.util.regex.Pattern;

/**
 * The platform's own settings.
 *
 * @param protover how the server batches messages: 0 and 1 plain, 2 zlib, 3 brotli
 * @param userAgent sent with every lookup; a stale one alone is refused with -352
 */
record BilibiliSettings(Transport transport, int protover, String userAgent) {
  /** A browser of the month of the release. */
  static final String USER_AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/156.0.0.0 Safari/537.36";

  private static final Pattern LINE = Pattern.compile("[ -~]{1,300}");

  /** How the packets travel. */
  enum Transport {
    WSS,
    WS,
    TCP
  }

  /**
   * Reads {@code -o bilibili.KEY=VALUE}.
   *
   * @throws IllegalArgumentException in words
   */
  static BilibiliSettings of(Settings settings) {
    Settings own = settings.only("transport", "protover", "user-agent");
    return new BilibiliSettings(
        own.word("transport", Transport.WSS),
        protover(own.values().getOrDefault("protover", "3")),
        own.text(
            "user-agent", LINE, "the User-Agent line of a browser, in plain ASCII", USER_AGENT));
  }

  private static int protover(String value) {
    if (!value.matches("[0-3]")) {
      throw new IllegalArgumentException(
          "bilibili.protover is 0 or 1 (plain), 2 (zlib) or 3 (brotli), not \"%s\""
              .formatted(value));
    }
    return Integer.parseInt(value);
  }
}
