package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.platform.bilibili.packet.BilibiliWbi;
import io.github.danmuhub.platform.http.Query;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Risk control as the real site is known to do it on {@code getDanmuInfo}: a current browser
 * (2026-04), the device cookie (2025-06), the WBI signature (2025-05).
 */
final class RiskControl {
  private static final Pattern BROWSER =
      Pattern.compile("^Mozilla/5\\.0 \\(.*\\).*(?:Chrome|Firefox|Version)/(\\d{1,4})\\.");

  private static final int OLDEST_BROWSER = 110;
  private static final int OLDEST_SAFARI = 16;

  private final String imgKey;
  private final String subKey;

  RiskControl(RandomGenerator random) {
    imgKey = key(random);
    subKey = key(random);
  }

  private static String key(RandomGenerator random) {
    byte[] key = new byte[16];
    random.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  String imgKey() {
    return imgKey;
  }

  String subKey() {
    return subKey;
  }

  /** What is wrong with the request, in words. */
  Optional<String> refuses(LookupRequest request) {
    if (!isCurrentBrowser(request.userAgent())) {
      return Optional.of("User-Agent");
    }
    if (!request.cookies().get("buvid3").endsWith("infoc")) {
      return Optional.of("buvid3");
    }
    return isSigned(request.query()) ? Optional.empty() : Optional.of("signature");
  }

  private static boolean isCurrentBrowser(String userAgent) {
    Matcher browser = BROWSER.matcher(userAgent);
    if (!browser.find()) {
      return false;
    }
    boolean safari = userAgent.contains("Version/");
    return Integer.parseInt(browser.group(1)) >= (safari ? OLDEST_SAFARI : OLDEST_BROWSER);
  }

  private boolean isSigned(Query query) {
    TreeMap<String, String> unsigned = new TreeMap<>(query.asMap());
    String signature = unsigned.remove("w_rid");
    String stamp = unsigned.remove("wts");
    return signature != null
        && stamp != null
        && stamp.matches("\\d{1,12}")
        && BilibiliWbi.sign(unsigned, imgKey, subKey, Long.parseLong(stamp))
            .endsWith("&w_rid=" + signature);
  }

  /** The front page turns away what calls itself a script. */
  static boolean isScript(String userAgent) {
    return userAgent.toLowerCase(Locale.ROOT).matches(".*(?:curl|python|awa).*");
  }
}
