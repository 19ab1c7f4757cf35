package io.github.danmuhub.server.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.vertx.core.Context;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * What waits to be written to a client, in bytes. Vert.x' own answer counts messages, and eight
 * pages of each of a thousand clients that do not read are all the memory that there is. On the
 * loop only.
 */
public final class Outflow extends ChannelInboundHandlerAdapter {
  /** The system's own buffer takes some hundred events more. */
  private static final int BYTES = 16 * 1024;

  private final Channel channel;
  private final Context context;
  private Runnable onDrain = () -> {};

  private Outflow(Channel channel, Context context) {
    this.channel = channel;
    this.context = context;
  }

  /**
   * Of a connection from now on; of who asks last.
   *
   * @param context where {@code onDrain} is told that there is room again
   */
  public static Outflow of(ConnectionBase connection, Context context, Runnable onDrain) {
    ChannelHandlerContext vertx = connection.channelHandlerContext();
    Channel channel = vertx.channel();
    Outflow outflow = vertx.pipeline().get(Outflow.class);
    if (outflow == null) {
      channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(BYTES / 2, BYTES));
      outflow = new Outflow(channel, context);
      vertx.pipeline().addBefore(vertx.name(), "danmu-outflow", outflow);
    }
    outflow.onDrain = onDrain;
    return outflow;
  }

  /** Whether it is enough for now. */
  public boolean isFull() {
    return channel.isActive() && !channel.isWritable();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    from.fireChannelWritabilityChanged();
    if (channel.isWritable()) {
      context.runOnContext(later -> onDrain.run()); // it may happen within a write
    }
  }
}
