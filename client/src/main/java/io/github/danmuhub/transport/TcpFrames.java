package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a byte stream into frames. Keeps at most one unfinished frame, of at most {@link
 * Bounds#FRAME}; frames that arrive whole are not copied.
 */
final class TcpFrames {
  private static final byte[] NOTHING = new byte[0];

  private final Framing framing;
  private byte[] rest = NOTHING;
  private int size;

  TcpFrames(Framing framing) {
    this.framing = framing;
  }

  /**
   * @param chunk backed by an array
   * @param frames takes each whole frame; it is valid during the call only
   * @throws MalformedException if the stream is lost
   */
  void feed(ByteBuffer chunk, Consumer<ByteBuffer> frames) throws MalformedException {
    if (size == 0) {
      cut(chunk, frames);
      append(chunk);
      return;
    }
    append(chunk);
    ByteBuffer in = ByteBuffer.wrap(rest, 0, size);
    cut(in, frames);
    if (in.position() > 0) {
      rest = NOTHING;
      size = 0;
      append(in);
    }
  }

  private void cut(ByteBuffer in, Consumer<ByteBuffer> frames) throws MalformedException {
    for (int length = next(in); length > 0; length = next(in)) {
      frames.accept(ByteBuffer.wrap(in.array(), in.arrayOffset() + in.position(), length));
      in.position(in.position() + length);
    }
    if (in.remaining() >= Bounds.FRAME) {
      throw new MalformedException("a frame is larger than " + SocketBounds.FRAME_WORDS);
    }
  }

  private int next(ByteBuffer in) throws MalformedException {
    int length = in.hasRemaining() ? framing.next(in) : 0;
    if (length < 0 || length > in.remaining() || length > Bounds.FRAME) {
      throw new MalformedException("a byte stream with a frame of %d bytes".formatted(length));
    }
    return length;
  }

  /** Doubles as it grows, so that a frame that drips in costs no more than twice its size. */
  private void append(ByteBuffer in) {
    int length = in.remaining();
    if (length > rest.length - size) {
      rest = Arrays.copyOf(rest, size == 0 ? length : Math.max(size + length, 2 * rest.length));
    }
    in.get(rest, size, length);
    size += length;
  }
}
