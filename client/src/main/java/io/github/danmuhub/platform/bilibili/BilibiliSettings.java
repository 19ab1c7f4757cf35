package io.github.danmuhub.platform.bilibili;

import java.util.List;
import java.util.Map;

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

  private static final List<String> KNOWN = List.of("transport", "protover", "user-agent");

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
  static BilibiliSettings of(Map<String, String> settings) {
    for (String key : settings.keySet()) {
      if (!KNOWN.contains(key)) {
        throw new IllegalArgumentException(
            "bilibili has no setting %s: it has %s; the program has cookie-file too"
                .formatted(key, String.join(", ", KNOWN)));
      }
    }
    return new BilibiliSettings(
        transport(settings.getOrDefault("transport", "wss")),
        protover(settings.getOrDefault("protover", "3")),
        userAgent(settings.getOrDefault("user-agent", USER_AGENT)));
  }

  private static Transport transport(String value) {
    return switch (value) {
      case "wss" -> Transport.WSS;
      case "ws" -> Transport.WS;
      case "tcp" -> Transport.TCP;
      default ->
          throw new IllegalArgumentException(
              "bilibili.transport is wss, ws or tcp, not \"%s\"".formatted(value));
    };
  }

  private static int protover(String value) {
    return switch (value) {
      case "0", "1", "2", "3" -> Integer.parseInt(value);
      default ->
          throw new IllegalArgumentException(
              "bilibili.protover is 0 or 1 (plain), 2 (zlib) or 3 (brotli), not \"%s\""
                  .formatted(value));
    };
  }

  private static String userAgent(String value) {
    if (!value.matches("[ -~]{1,300}")) {
      throw new IllegalArgumentException(
          "bilibili.user-agent is the User-Agent line of a browser, in plain ASCII");
    }
    return value;
  }
}
