package io.github.danmuhub.transport;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.MessageInflate;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * permessage-deflate (RFC 7692), since Vert.x inflates without a bound: messages are inflated up to
 * the size of a frame, and one that is larger closes the socket. The site's end compresses what it
 * sends; a client does not.
 */
final class MessageCompression extends ChannelDuplexHandler {
  static final String NAME = "permessage-deflate";

  /** The first of the reserved bits: this message is compressed. */
  private static final int COMPRESSED = 4;

  private static final int TAIL = 4;

  private final MessageInflate inflate;
  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final boolean compresses;
  private boolean inCompressed;

  MessageCompression(int mostBytes, boolean compresses) {
    this.inflate = new MessageInflate(mostBytes);
    this.compresses = compresses;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof WebSocketFrame frame && isCompressed(frame)) {
      try {
        context.fireChannelRead(inflated(frame));
      } catch (MalformedException e) {
        context.fireExceptionCaught(
            new CorruptedWebSocketFrameException(WebSocketCloseStatus.MESSAGE_TOO_BIG, e.why()));
      } finally {
        ReferenceCountUtil.release(frame);
      }
    } else {
      context.fireChannelRead(message);
    }
  }

  private boolean isCompressed(WebSocketFrame frame) {
    boolean first = frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame;
    if (first) {
      inCompressed = (frame.rsv() & COMPRESSED) != 0;
    }
    return inCompressed && (first || frame instanceof ContinuationWebSocketFrame);
  }

  private WebSocketFrame inflated(WebSocketFrame frame) throws MalformedException {
    byte[] bytes = inflate.inflate(frame.content().nioBuffer(), frame.isFinalFragment());
    return same(frame, 0, bytes);
  }

  /** A frame of the same sort with other bytes. */
  private static WebSocketFrame same(WebSocketFrame frame, int rsv, byte[] bytes) {
    boolean last = frame.isFinalFragment();
    var content = Unpooled.wrappedBuffer(bytes);
    if (frame instanceof TextWebSocketFrame) {
      return new TextWebSocketFrame(last, rsv, content);
    }
    return frame instanceof BinaryWebSocketFrame
        ? new BinaryWebSocketFrame(last, rsv, content)
        : new ContinuationWebSocketFrame(last, rsv, content);
  }

  /** We send whole messages only. */
  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise done) {
    boolean data = message instanceof TextWebSocketFrame || message instanceof BinaryWebSocketFrame;
    if (compresses && data && ((WebSocketFrame) message).isFinalFragment()) {
      WebSocketFrame frame = (WebSocketFrame) message;
      WebSocketFrame small = same(frame, COMPRESSED, deflated(frame));
      ReferenceCountUtil.release(frame);
      var unused = context.write(small, done);
    } else {
      var unused = context.write(message, done);
    }
  }

  private byte[] deflated(WebSocketFrame frame) {
    if (!frame.content().isReadable()) {
      return new byte[] {0}; // zlib has nothing to flush then
    }
    byte[] plain = new byte[frame.content().readableBytes()];
    frame.content().getBytes(frame.content().readerIndex(), plain);
    deflater.setInput(plain);
    byte[] out = new byte[plain.length + plain.length / 8 + 64];
    int size = 0;
    for (int n = 1; n > 0; size += n) {
      out = size == out.length ? Arrays.copyOf(out, out.length * 2) : out;
      n = deflater.deflate(out, size, out.length - size, Deflater.SYNC_FLUSH);
    }
    return Arrays.copyOf(out, size - TAIL);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    inflate.close();
    deflater.end();
  }
}
