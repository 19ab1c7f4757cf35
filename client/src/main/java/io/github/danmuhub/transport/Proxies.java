package io.github.danmuhub.transport;

import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the address of a proxy as a person writes it. */
final class Proxies {
  private static final Map<String, ProxyType> TYPES =
      Map.of("http", ProxyType.HTTP, "socks5", ProxyType.SOCKS5, "socks5h", ProxyType.SOCKS5);

  private Proxies() {}

  /**
   * @throws IllegalArgumentException in words, without the password
   */
  static ProxyOptions options(URI proxy) {
    ProxyType type = TYPES.get(String.valueOf(proxy.getScheme()));
    if (type == null || proxy.getHost() == null || !isPort(proxy.getPort())) {
      throw new IllegalArgumentException(
          "a proxy is http://HOST:PORT or socks5://HOST:PORT"
              + (proxy.getHost() == null ? "" : ", not " + withoutSecret(proxy)));
    }
    ProxyOptions options =
        new ProxyOptions().setType(type).setHost(proxy.getHost()).setPort(proxy.getPort());
    return proxy.getUserInfo() == null ? options : login(options, proxy.getUserInfo());
  }

  static boolean isPort(int port) {
    return port > 0 && port <= 65_535;
  }

  private static ProxyOptions login(ProxyOptions options, String userInfo) {
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? options.setUsername(userInfo).setPassword("")
        : options
            .setUsername(userInfo.substring(0, colon))
            .setPassword(userInfo.substring(colon + 1));
  }

  static String withoutSecret(@Nullable URI proxy) {
    if (proxy == null) {
      return "none";
    }
    String port = proxy.getPort() < 0 ? "" : ":" + proxy.getPort();
    return proxy.getScheme() + "://" + proxy.getHost() + port;
  }
}
