package io.github.danmuhub.simulator;

import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.SocketListener;
import io.github.danmuhub.transport.Transport;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** A platform's site and its port for byte streams. */
final class HostedSite {
  private final String platform;
  private final HostedPlatform<?> site;
  private int tcpPort;

  HostedSite(String platform, HostedPlatform<?> site) {
    this.platform = platform;
    this.site = site;
  }

  String platform() {
    return platform;
  }

  HostedPlatform<?> site() {
    return site;
  }

  int tcpPort() {
    return tcpPort;
  }

  /**
   * Listens for byte streams, where the site has any.
   *
   * @param accept makes the listener of each new one
   */
  void listen(Transport transport, Loop loop, Function<HostedPlatform<?>, SocketListener> accept)
      throws IOException {
    Optional<Framing> framing = site.framing();
    if (framing.isPresent()) {
      tcpPort = transport.listenTcp(loop, 0, framing.get(), () -> accept.apply(site)).port();
    }
  }

  void announce(int httpPort) {
    site.onListening(httpPort, tcpPort);
  }

  /** Whether the site answers for that real host name. */
  boolean isHost(String host) {
    return site.hosts().stream().anyMatch(pattern -> matches(pattern, host));
  }

  private static boolean matches(String pattern, String host) {
    return pattern.startsWith("*.")
        ? host.endsWith(pattern.substring(1)) && host.length() >= pattern.length()
        : pattern.equals(host);
  }
}
