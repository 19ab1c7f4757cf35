package io.github.danmuhub.server.policy;

import io.github.danmuhub.config.ServerConfig;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which names this hub is called, and which pages may call it. */
public final class Origins {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private final boolean loopbackOnly;
  private final Set<String> hosts = new HashSet<>(LOOPBACK);
  private final Set<String> allowed;

  /** As configured; the names of this machine itself are always ours. */
  public Origins(ServerConfig config) {
    loopbackOnly = isLoopback(config.host());
    hosts.add(lower(config.host()));
    hosts.addAll(config.allowedHosts());
    allowed = Set.copyOf(config.allowedOrigins());
  }

  /** Whether only programs on this machine can reach {@code host}. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.contains(lower(host))
        || (host.startsWith("127.") && NetUtil.isValidIpV4Address(host));
  }

  /**
   * A name that an attacker's DNS could point here is not ours. An address in digits cannot be
   * rebound, so it is, unless the hub listens for this machine only.
   */
  public boolean isOurs(String host) {
    String bare = lower(host).replaceAll("^\\[|]$", "");
    return hosts.contains(bare)
        || (!loopbackOnly
            && (NetUtil.isValidIpV4Address(bare) || NetUtil.isValidIpV6Address(bare)));
  }

  /** Programs send no Origin; a page must be ours or listed. */
  public boolean mayCall(HttpServerRequest request) {
    String origin = request.getHeader("origin");
    if (origin != null) {
      return isAllowed(origin) || lower(origin).equals("http://" + lower(hostHeader(request)));
    }
    return fetchedByOurs(request);
  }

  /** Whether a page of one of these origins asks; {@code *} stands for all pages. */
  public static boolean isGuest(HttpServerRequest request, List<String> guests) {
    String origin = request.getHeader("origin");
    return origin != null && (guests.contains("*") || guests.contains(lower(origin)));
  }

  boolean isAllowed(String origin) {
    return allowed.contains(lower(origin));
  }

  /** A browser that sends no Origin with a plain GET still tells whose page asks. */
  private static boolean fetchedByOurs(HttpServerRequest request) {
    String site = request.getHeader("sec-fetch-site");
    return site == null
        || site.equals("same-origin")
        || site.equals("none")
        || "navigate".equals(request.getHeader("sec-fetch-mode"));
  }

  private static String hostHeader(HttpServerRequest request) {
    @Nullable String host = request.getHeader("host");
    return host == null ? "" : host;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
