package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.danmuhub.platform.http.RawUri;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.function.Function;

/**
 * Makes a legal URI of each request's target before Vert.x sees it, which refuses the handshake of
 * a WebSocket whose target holds what {@link RawUri} mends.
 */
public final class RawTargets extends ChannelInboundHandlerAdapter {
  private final Function<byte[], String> encoded;

  private RawTargets(Function<byte[], String> encoded) {
    this.encoded = encoded;
  }

  /** For each new connection of an HTTP server, before its first request. */
  public static void install(HttpConnection connection) {
    install(connection, RawUri::encoded);
  }

  /** The same, for a server that refuses a {@code %} without two hex digits in its own words. */
  public static void installButPercent(HttpConnection connection) {
    install(connection, RawUri::encodedButPercent);
  }

  private static void install(HttpConnection connection, Function<byte[], String> encoded) {
    if (connection instanceof ConnectionBase netty) {
      ChannelHandlerContext vertx = netty.channelHandlerContext();
      vertx.pipeline().addBefore(vertx.name(), "danmu-raw-targets", new RawTargets(encoded));
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      // Netty reads each byte of the first line as a character
      request.setUri(encoded.apply(request.uri().getBytes(ISO_8859_1)));
    }
    context.fireChannelRead(message);
  }
}
