package io.github.danmuhub.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.util.function.LongConsumer;

/**
 * Takes frames that are too large out of a WebSocket's bytes, before Netty's decoder gets them:
 * that one would close the socket. Nothing of them is kept. A message in fragments is not looked at
 * as a whole.
 */
final class OversizeFrames extends ChannelInboundHandlerAdapter {
  private static final AttributeKey<LongConsumer> LISTENER =
      AttributeKey.valueOf(OversizeFrames.class, "listener");

  private final int most;
  private final FrameHead head = new FrameHead();
  private long left;
  private boolean skips;

  /**
   * @param most bytes of a frame's payload
   */
  OversizeFrames(int most) {
    this.most = most;
  }

  /** Names who hears the size of what is taken out of a channel's bytes. */
  static void tell(Channel channel, LongConsumer listener) {
    channel.attr(LISTENER).set(listener);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!(message instanceof ByteBuf bytes)) {
      context.fireChannelRead(message);
      return;
    }
    ByteBuf kept = context.alloc().heapBuffer(bytes.readableBytes() + FrameHead.MOST);
    while (bytes.isReadable()) {
      sort(context.channel(), bytes, kept);
    }
    bytes.release();
    if (kept.isReadable()) {
      context.fireChannelRead(kept);
    } else {
      kept.release();
    }
  }

  private void sort(Channel channel, ByteBuf bytes, ByteBuf kept) {
    if (left == 0) {
      readHead(channel, bytes.readByte(), kept);
      return;
    }
    int here = (int) Math.min(left, bytes.readableBytes());
    left -= here;
    if (skips) {
      bytes.skipBytes(here);
    } else {
      kept.writeBytes(bytes, here);
    }
  }

  /** A length below zero is the decoder's to refuse. */
  private void readHead(Channel channel, byte next, ByteBuf kept) {
    if (!head.add(next)) {
      return;
    }
    left = Math.max(0, head.payload());
    skips = left > most;
    if (skips) {
      tellSize(channel);
    } else {
      head.writeTo(kept);
    }
    head.clear();
  }

  private void tellSize(Channel channel) {
    LongConsumer listener = channel.attr(LISTENER).get();
    if (listener != null) {
      listener.accept(left);
    }
  }
}
