package io.github.danmuhub.transport;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which way a room's connections go. {@link #toString} hides the proxy's password.
 *
 * @param simulator {@code http://host:port} that stands for every platform: HTTP and WebSocket go
 *     there in plain text with the real host still in the request, TCP to that host and the dial's
 *     own port. Wins over the proxy.
 * @param proxy {@code http://user:password@host:port} (CONNECT) or {@code socks5://…}
 */
public record Route(@Nullable URI simulator, @Nullable URI proxy) {
  /** Straight to the platform. */
  public static final Route DIRECT = new Route(null, null);

  /**
   * @throws IllegalArgumentException in words, if an address cannot be used
   */
  public Route {
    if (simulator != null) {
      checkSimulator(simulator);
    }
    if (proxy != null) {
      Proxies.options(proxy);
    }
  }

  private static void checkSimulator(URI simulator) {
    if (!"http".equals(simulator.getScheme())
        || simulator.getHost() == null
        || !Proxies.isPort(simulator.getPort())) {
      throw new IllegalArgumentException(
          "the simulator's address is http://HOST:PORT, not " + simulator);
    }
  }

  @Override
  public String toString() {
    return "Route[simulator=" + simulator + ", proxy=" + Proxies.withoutSecret(proxy) + "]";
  }
}
