package io.github.danmuhub.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;

/** Answers a handshake that offers permessage-deflate with it; Vert.x cannot without inflating. */
final class DeflateOffer extends ChannelOutboundHandlerAdapter {

  /** Whether those headers name it. */
  static boolean isIn(HttpHeaders headers) {
    return headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS).stream()
        .anyMatch(extensions -> extensions.contains(MessageCompression.NAME));
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise done) {
    if (message instanceof HttpResponse response) {
      response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, MessageCompression.NAME);
      context.pipeline().remove(this);
    }
    var unused = context.write(message, done);
  }
}
