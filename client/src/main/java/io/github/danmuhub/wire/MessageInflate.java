package io.github.danmuhub.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the messages of one end of a WebSocket with permessage-deflate (RFC 7692), bounded as it
 * inflates. What a message may refer to in those before it is kept, so messages come in order and
 * none is left out. Not thread-safe.
 */
public final class MessageInflate implements AutoCloseable {
  /** What every message ends with, and the wire leaves out. */
  private static final byte[] TAIL = {0, 0, -1, -1};

  private static final int CHUNK = 8_192;

  private final Inflater inflater = new Inflater(true);
  private final byte[] chunk = new byte[CHUNK];
  private final int most;
  private int left;

  /**
   * Nothing came yet.
   *
   * @param most bytes of a message
   */
  public MessageInflate(int most) {
    this.most = most;
    this.left = most;
  }

  /**
   * The next part of a message.
   *
   * @param last whether the message ends with it
   * @throws MalformedException if it is broken, or the message is larger than the bound; nothing
   *     can be inflated after that
   */
  public byte[] inflate(ByteBuffer part, boolean last) throws MalformedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = new byte[part.remaining()];
    part.duplicate().get(bytes);
    inflate(bytes, out);
    if (last) {
      inflate(TAIL, out);
    }
    left = last ? most : left - out.size();
    return out.toByteArray();
  }

  private void inflate(byte[] bytes, ByteArrayOutputStream out) throws MalformedException {
    inflater.setInput(bytes);
    try {
      while (true) {
        int n = inflater.inflate(chunk);
        if (n > left - out.size()) {
          throw new MalformedException(
              "a compressed message inflates to more than %d KiB".formatted(most >> 10));
        }
        out.write(chunk, 0, n);
        if (inflater.finished()) {
          startAnew(bytes);
        } else if (n == 0) {
          return;
        }
      }
    } catch (DataFormatException e) {
      throw new MalformedException("a compressed message is broken: " + e.getMessage());
    }
  }

  /** A sender may end its stream with each message. */
  private void startAnew(byte[] bytes) {
    int rest = inflater.getRemaining();
    inflater.reset();
    inflater.setInput(bytes, bytes.length - rest, rest);
  }

  /** Frees what is native. */
  @Override
  public void close() {
    inflater.end();
  }
}
