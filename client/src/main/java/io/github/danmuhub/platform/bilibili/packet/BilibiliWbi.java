package io.github.danmuhub.platform.bilibili.packet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The signature of a query: {@code w_rid} is the MD5 of the sorted query and a mix of two keys,
 * which {@code /x/web-interface/nav} gives to everyone.
 */
public final class BilibiliWbi {
  private static final int[] MIX = {
    46, 47, 18, 2, 53, 8, 23, 32, 15, 50, 10, 31, 58, 3, 45, 35, 27, 43, 5, 49, 33, 9, 42, 19, 29,
    28, 14, 39, 12, 38, 41, 13
  };

  private BilibiliWbi() {}

  /**
   * The whole query: {@code params}, {@code wts} and {@code w_rid}, percent-encoded.
   *
   * @param imgKey 32 characters, the stem of {@code img_url}
   * @param subKey 32 characters, the stem of {@code sub_url}
   */
  public static String sign(
      SortedMap<String, String> params, String imgKey, String subKey, long epochSeconds) {
    SortedMap<String, String> stamped = new TreeMap<>(params);
    stamped.put("wts", Long.toString(epochSeconds));
    String query =
        stamped.entrySet().stream().map(BilibiliWbi::pair).collect(Collectors.joining("&"));
    return query + "&w_rid=" + md5(query + mixin(imgKey, subKey));
  }

  static String mixin(String imgKey, String subKey) {
    String keys = imgKey + subKey;
    StringBuilder mixin = new StringBuilder(MIX.length);
    for (int index : MIX) {
      mixin.append(keys.charAt(index));
    }
    return mixin.toString();
  }

  private static String pair(Map.Entry<String, String> param) {
    return encode(param.getKey()) + "=" + encode(param.getValue().replaceAll("[!'()*]", ""));
  }

  /** As a browser's {@code encodeURIComponent} does. */
  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
