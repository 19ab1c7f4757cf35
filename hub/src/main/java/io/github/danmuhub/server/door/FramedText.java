package io.github.danmuhub.server.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.vertx.core.net.impl.MessageWrite;
import io.vertx.core.net.impl.VertxConnection;

/**
 * A text message as a server's WebSocket frames (RFC 6455, 5.2), made once for all sockets that it
 * goes to. Whoever makes it, or asks for a share of it, closes it; a socket that has yet to write
 * it keeps the memory until then. On the loop only.
 *
 * <pre>
 * +---------------+-----------------+------------------------+-----------+
 * | FIN, opcode 8 | 0, length 7     | length 16, if that     | text      |
 * |               | or 126          | was 126                |           |
 * +---------------+-----------------+------------------------+-----------+
 * </pre>
 */
public final class FramedText implements AutoCloseable {
  /** Many clients take no larger frame, Netty's and Vert.x' among them. */
  static final int MAX_FRAME = 0xFFFF;

  private static final int FINAL = 0x80;
  private static final int TEXT = 0x1;
  private static final int CONTINUATION = 0x0;
  private static final int SHORT_LENGTH = 125;
  private static final int LENGTH_FOLLOWS = 126;
  private static final int HEADER = 4;

  private final ByteBuf frames;

  private FramedText(ByteBuf frames) {
    this.frames = frames;
  }

  /** Of this text. */
  public static FramedText of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** Of text in UTF-8. */
  public static FramedText of(byte[] utf8) {
    int headers = HEADER * (utf8.length / MAX_FRAME + 1);
    ByteBuf out = ByteBufAllocator.DEFAULT.directBuffer(utf8.length + headers);
    int from = 0;
    do {
      int length = Math.min(MAX_FRAME, utf8.length - from);
      head(out, from == 0 ? TEXT : CONTINUATION, length, from + length == utf8.length);
      out.writeBytes(utf8, from, length);
      from += length;
    } while (from < utf8.length);
    return new FramedText(out);
  }

  private static void head(ByteBuf out, int opcode, int length, boolean last) {
    out.writeByte(last ? FINAL | opcode : opcode);
    if (length <= SHORT_LENGTH) {
      out.writeByte(length);
    } else {
      out.writeByte(LENGTH_FOLLOWS).writeShort(length);
    }
  }

  /** The same once more, for another who closes it. */
  public FramedText share() {
    frames.retain();
    return this;
  }

  /** Behind all that was written to this connection before. */
  void writeTo(VertxConnection connection) {
    ByteBuf own = frames.retainedDuplicate();
    connection.writeToChannel(
        new MessageWrite() {
          @Override
          public void write() {
            var unused = connection.unsafeWrite(own, false); // a socket that breaks says so itself
          }

          @Override
          public void cancel(Throwable closed) {
            own.release();
          }
        });
  }

  /** By how many it is still held. */
  int holders() {
    return frames.refCnt();
  }

  /** What is written. */
  byte[] bytes() {
    byte[] bytes = new byte[frames.readableBytes()];
    frames.getBytes(frames.readerIndex(), bytes);
    return bytes;
  }

  @Override
  public void close() {
    frames.release();
  }
}
