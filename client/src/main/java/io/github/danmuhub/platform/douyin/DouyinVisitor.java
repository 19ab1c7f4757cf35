package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.douyin.packet.DouyinBrowser;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpReply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Who we are to the site: one browser, one set of cookies, one visitor id, the same in every
 * request. The user's own cookie wins over what the site sets. One thread.
 */
final class DouyinVisitor {
  private static final String TTWID = "ttwid";
  private static final Set<String> KEPT = Set.of(TTWID, "__ac_nonce", "msToken");
  private static final int COOKIE = 4_096;
  private static final long FIRST_ID = 7_300_000_000_000_000_000L;
  private static final long LAST_ID = 8_000_000_000_000_000_000L;

  private final Map<String, String> own = new LinkedHashMap<>();
  private final Map<String, String> learnt = new LinkedHashMap<>();
  private String uniqueId;

  DouyinVisitor(Credentials credentials, RandomGenerator random) {
    for (String pair : credentials.cookie().split(";", -1)) {
      put(pair, this::own);
    }
    uniqueId = Long.toString(random.nextLong(FIRST_ID, LAST_ID));
  }

  private static void put(String pair, BiConsumer<String, String> cookies) {
    int equals = pair.indexOf('=');
    if (equals > 0) {
      cookies.accept(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
  }

  /** An empty one is none: it must not stand in the way of what the site sets. */
  private void own(String name, String value) {
    if (!value.isEmpty()) {
      own.putIfAbsent(name, value);
    }
  }

  boolean hasTtwid() {
    return !cookies().getOrDefault(TTWID, "").isEmpty();
  }

  /** Keeps the few cookies that the site wants to see again, as it last set them. */
  void learn(HttpReply reply) {
    for (String line : reply.headers().all("Set-Cookie")) {
      String pair = line.split(";", 2)[0];
      String name = pair.split("=", 2)[0].strip();
      if (KEPT.contains(name) && pair.length() <= COOKIE && isPrintable(pair)) {
        put(pair, learnt::put);
      }
    }
  }

  /** Forgets what the site set: the next request is that of somebody new. */
  void comeAgainAsANewOne() {
    learnt.clear();
  }

  private Map<String, String> cookies() {
    Map<String, String> cookies = new LinkedHashMap<>(own);
    learnt.forEach(cookies::putIfAbsent);
    return cookies;
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
  }

  /** Who the page says we are; 19 digits. */
  void known(String userUniqueId) {
    if (userUniqueId.matches("[0-9]{1,20}")) {
      uniqueId = userUniqueId;
    }
  }

  String uniqueId() {
    return uniqueId;
  }

  /** For pages and APIs. */
  Headers headers(String room) {
    return withCookie(
        Headers.of(
            "User-Agent",
            DouyinBrowser.USER_AGENT,
            "Referer",
            DouyinBrowser.ORIGIN + "/" + room,
            "Accept",
            "*/*"));
  }

  /** For the socket. */
  Headers socketHeaders(String room, String userAgent) {
    return withCookie(
        Headers.of(
            "User-Agent",
            userAgent,
            "Origin",
            DouyinBrowser.ORIGIN,
            "Referer",
            DouyinBrowser.ORIGIN + "/" + room));
  }

  private Headers withCookie(Headers headers) {
    Map<String, String> cookies = cookies();
    if (cookies.isEmpty()) {
      return headers;
    }
    return headers.with(
        "Cookie",
        cookies.entrySet().stream()
            .map(c -> c.getKey() + "=" + c.getValue())
            .collect(Collectors.joining("; ")));
  }

  @Override
  public String toString() {
    return "DouyinVisitor[cookies hidden]";
  }
}
