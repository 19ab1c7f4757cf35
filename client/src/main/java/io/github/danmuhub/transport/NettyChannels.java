package io.github.danmuhub.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;

/** The few things that a socket of either sort does to its Netty channel and buffers. */
final class NettyChannels {
  private NettyChannels() {}

  /** The buffer's bytes, backed by an array; copied only where they lie outside the heap. */
  static ByteBuffer view(Buffer buffer) {
    ByteBuf bytes = ((BufferInternal) buffer).getByteBuf();
    return bytes.hasArray()
        ? ByteBuffer.wrap(
            bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes())
        : ByteBuffer.wrap(buffer.getBytes());
  }

  /** A copy of the rest of {@code bytes}, whose position stays. */
  static Buffer copy(ByteBuffer bytes) {
    return BufferInternal.buffer(Unpooled.copiedBuffer(bytes.duplicate()));
  }

  /** Closes below the protocol, without a close frame; what was sent before still leaves. */
  static void drop(ChannelHandlerContext channel) {
    channel.flush();
    var unused = channel.close();
  }

  /** Closes with a TCP RST instead of a FIN. */
  static void reset(ChannelHandlerContext channel) {
    channel.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    var unused = channel.close();
  }
}
