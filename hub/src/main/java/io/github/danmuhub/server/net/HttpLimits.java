package io.github.danmuhub.server.net;

import io.github.danmuhub.config.ServerConfig;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;

/** What a client may send and how long it may be silent; the same on every port of the hub. */
final class HttpLimits {
  private static final int HEADER_BYTES = 16_384;
  private static final int LINE_BYTES = 8_192;

  /** Some hundred events: the system's own megabytes would hide a reader that reads nothing. */
  private static final int SEND_BUFFER = 128 << 10;

  /**
   * Above the heartbeat and the longest long poll: a peer that reads nothing. One that has vanished
   * is found by {@link Pings}; at the other doors by TCP, in about a quarter of an hour.
   */
  private static final int IDLE_SECONDS = 90;

  /** For a client's answer to our close frame. */
  private static final int CLOSING_SECONDS = 2;

  private HttpLimits() {}

  static HttpServerOptions of(ServerConfig config) {
    return new HttpServerOptions()
        .setHost(config.host())
        .setPort(config.port())
        .setSendBufferSize(SEND_BUFFER)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setMaxHeaderSize(HEADER_BYTES)
        .setMaxInitialLineLength(LINE_BYTES)
        .setHttp2ClearTextEnabled(false)
        .setMaxWebSocketFrameSize(config.limits().bodyBytes())
        .setMaxWebSocketMessageSize(config.limits().bodyBytes())
        .setWebSocketClosingTimeout(CLOSING_SECONDS)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false);
  }
}
