package io.github.danmuhub.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.impl.websocket.WebSocketHandshakeInboundHandler;
import io.vertx.core.impl.transports.NioTransport;

/**
 * Vert.x's NIO transport plus a bound on the body of a refused handshake; Vert.x collects it
 * without limit, and gives no other access to the channel before the handshake is through.
 */
final class BoundedNio extends NioTransport {
  private final FrameBound bound;

  BoundedNio(FrameBound bound) {
    this.bound = bound;
  }

  @Override
  public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
    ChannelFactory<? extends Channel> channels = super.channelFactory(domainSocket);
    return () -> {
      Channel channel = channels.newChannel();
      channel.pipeline().addLast(new Watch(bound));
      return channel;
    };
  }

  /** A client's byte stream: it has no handshake. On its loop. */
  static void pass(ChannelPipeline pipeline) {
    Watch watch = pipeline.get(Watch.class);
    if (watch != null) {
      watch.leave(pipeline);
    }
  }

  /**
   * Sees the first bytes that a client gets. When they answer a handshake, Vert.x's collector is in
   * place, and gets the bound before it.
   */
  private static final class Watch extends ChannelInboundHandlerAdapter {
    private final FrameBound bound;
    private boolean done;

    Watch(FrameBound bound) {
      this.bound = bound;
    }

    @Override
    public void channelRead(ChannelHandlerContext channel, Object bytes) {
      var collector = channel.pipeline().context(WebSocketHandshakeInboundHandler.class);
      if (collector != null) {
        channel.pipeline().addBefore(collector.name(), null, new RefusalBound(bound));
        leave(channel.pipeline());
      }
      channel.fireChannelRead(bytes);
    }

    void leave(ChannelPipeline pipeline) {
      done = true;
      pipeline.remove(this);
    }

    /** Vert.x throws out whatever it does not know when a socket turns into HTTP. */
    @Override
    public void handlerRemoved(ChannelHandlerContext channel) {
      if (!done && channel.channel().isActive()) {
        channel.pipeline().addFirst(new Watch(bound));
      }
    }
  }
}
