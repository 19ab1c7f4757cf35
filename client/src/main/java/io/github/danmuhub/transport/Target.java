package io.github.danmuhub.transport;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.Set;

/**
 * Where a URI leads by a route.
 *
 * @param host the name in the request, also where another machine answers for it
 * @param path with the query
 * @param server the machine to connect to
 */
record Target(String host, int port, boolean tls, String path, SocketAddress server) {
  private static final Set<String> SECURE = Set.of("https", "wss");
  private static final Set<String> PLAIN = Set.of("http", "ws");

  /**
   * @throws IllegalArgumentException in words, if the URI has no host or another scheme
   */
  static Target of(URI uri, Route route) {
    String scheme = String.valueOf(uri.getScheme());
    if (uri.getHost() == null || !(SECURE.contains(scheme) || PLAIN.contains(scheme))) {
      throw new IllegalArgumentException("cannot dial " + scheme + "://" + uri.getRawAuthority());
    }
    URI simulator = route.simulator();
    boolean tls = SECURE.contains(scheme) && simulator == null;
    int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
    SocketAddress server =
        simulator == null
            ? SocketAddress.inetSocketAddress(port, uri.getHost())
            : SocketAddress.inetSocketAddress(simulator.getPort(), simulator.getHost());
    return new Target(uri.getHost(), port, tls, path(uri), server);
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  /** Fills in everything but method and headers. */
  RequestOptions fill(RequestOptions options, Route route) {
    options.setHost(host).setPort(port).setSsl(tls).setURI(path).setServer(server);
    return proxied(options, route);
  }

  /** The same for a WebSocket, where Vert.x 5.2.0 ignores {@code setServer}: the header says it. */
  WebSocketConnectOptions fill(WebSocketConnectOptions options, Route route) {
    options.setHost(server.host()).setPort(server.port()).setSsl(tls).setURI(path);
    if (route.simulator() != null) {
      options.putHeader("Host", port == 80 ? host : host + ":" + port);
    }
    return proxied(options, route);
  }

  private static <T extends RequestOptions> T proxied(T options, Route route) {
    URI proxy = route.proxy();
    if (proxy != null && route.simulator() == null) {
      options.setProxyOptions(Proxies.options(proxy));
    }
    return options;
  }
}
