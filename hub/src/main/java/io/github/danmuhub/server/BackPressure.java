package io.github.danmuhub.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Who does not read is not read from. Vert.x answers pings, and our doors answer messages, whether
 * the answers are taken or not: a WebSocket that asks and never reads would fill the memory. So it
 * is not read while what waits to be written is above its mark. (HTTP needs none of it: there
 * Vert.x answers one request at a time.)
 */
final class BackPressure extends ChannelInboundHandlerAdapter {
  /** For a connection that has become a WebSocket, which nobody pauses. */
  static void install(HttpConnection connection) {
    if (connection instanceof ConnectionBase netty) {
      netty.channelHandlerContext().pipeline().addFirst(new BackPressure());
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(context.channel().isWritable());
    context.fireChannelWritabilityChanged();
  }
}
