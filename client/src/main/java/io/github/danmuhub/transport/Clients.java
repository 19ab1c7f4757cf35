package io.github.danmuhub.transport;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.TrustOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transport's three Vert.x clients, one set for all rooms. Compression is off everywhere:
 * Vert.x inflates without a bound. TLS checks the host name.
 */
final class Clients {
  private static final Logger LOG = LoggerFactory.getLogger(Clients.class);

  private final Deadlines deadlines;
  private final WebSocketDial webSockets;
  private final TcpDial tcp;
  private final HttpClient http;

  /**
   * @param trust whom TLS trusts; null for the JDK's list
   */
  Clients(Vertx vertx, Deadlines deadlines, @Nullable TrustOptions trust, FrameBound bound) {
    this.deadlines = deadlines;
    webSockets =
        new WebSocketDial(
            vertx.createWebSocketClient(webSocketOptions(deadlines, trust, bound)),
            deadlines,
            bound);
    tcp = new TcpDial(vertx.createNetClient(tcpOptions(deadlines, trust)));
    http =
        vertx
            .httpClientBuilder()
            .with(httpOptions(deadlines, trust))
            .with(pool())
            .withConnectHandler(Clients::listenToFailures)
            .build();
  }

  /** Each exchange hears of its own failure; without a listener Vert.x logs it as an error too. */
  private static void listenToFailures(HttpConnection connection) {
    connection.exceptionHandler(
        why -> LOG.debug("a connection failed: {}", FailureWords.words(why)));
  }

  WebSocketDial webSockets() {
    return webSockets;
  }

  TcpDial tcp() {
    return tcp;
  }

  Http http(VertxLoop loop, Route route) {
    return new VertxHttp(http, deadlines, loop, route);
  }

  private static WebSocketClientOptions webSocketOptions(
      Deadlines deadlines, @Nullable TrustOptions trust, FrameBound bound) {
    WebSocketClientOptions options =
        new WebSocketClientOptions()
            .setMaxConnections(Integer.MAX_VALUE) // 50 by default; -1 lets all wait without a word
            .setMaxFrameSize(bound.most())
            .setMaxMessageSize(bound.most())
            .setTryUsePerFrameCompression(false)
            .setTryUsePerMessageCompression(false)
            .setVerifyHost(true)
            .setConnectTimeout(deadlines.connectMs())
            .setClosingTimeout(Math.max(1, deadlines.closingMs() / 1000));
    if (trust != null) {
      options.setTrustOptions(trust);
    }
    return options;
  }

  private static NetClientOptions tcpOptions(Deadlines deadlines, @Nullable TrustOptions trust) {
    NetClientOptions options =
        new NetClientOptions()
            .setHostnameVerificationAlgorithm("HTTPS")
            .setConnectTimeout(deadlines.connectMs());
    if (trust != null) {
      options.setTrustOptions(trust);
    }
    return options;
  }

  private static HttpClientOptions httpOptions(Deadlines deadlines, @Nullable TrustOptions trust) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setDecompressionSupported(false)
            .setVerifyHost(true)
            .setMaxHeaderSize(SocketBounds.HEADERS)
            .setKeepAliveTimeout(SocketBounds.KEEP_ALIVE)
            .setConnectTimeout(deadlines.connectMs());
    if (trust != null) {
      options.setTrustOptions(trust);
    }
    return options;
  }

  private static PoolOptions pool() {
    return new PoolOptions()
        .setHttp1MaxSize(SocketBounds.CONNECTIONS_PER_HOST)
        .setMaxWaitQueueSize(SocketBounds.WAITING_PER_HOST);
  }
}
