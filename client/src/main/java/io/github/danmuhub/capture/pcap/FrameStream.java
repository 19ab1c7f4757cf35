package io.github.danmuhub.capture.pcap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.MessageInflate;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket frames of one direction: unmasked, put together, inflated. Behind something that
 * was lost it goes on where the next segment begins like a frame. One thread.
 */
final class FrameStream {
  private static final int CONTINUATION = 0;
  private static final int CLOSE = 8;
  private static final int NO_CODE = 1005;

  private final Receiver receiver;
  private final @Nullable MessageInflate inflate;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private int opcode;
  private boolean compressed;
  private boolean lost;
  private boolean unreadable;

  /** Who hears of it. */
  interface Receiver {
    void message(long timeMs, int opcode, byte[] bytes);

    void closed(long timeMs, int code, String reason);

    /** What cannot be read, in words. */
    void broken(String why);
  }

  FrameStream(Receiver receiver, boolean deflates) {
    this.receiver = receiver;
    this.inflate = deflates ? new MessageInflate(Bounds.FRAME) : null;
  }

  void add(long time, ByteBuffer bytes) {
    if (lost && !mayBegin(bytes)) {
      return;
    }
    lost = false;
    byte[] more = new byte[bytes.remaining()];
    bytes.duplicate().get(more);
    waiting.writeBytes(more);
    ByteBuffer all = ByteBuffer.wrap(waiting.toByteArray());
    try {
      while (frame(time, all)) {}
      waiting.reset();
      waiting.write(all.array(), all.position(), all.remaining());
    } catch (MalformedException e) {
      receiver.broken(e.why());
      lost();
    }
  }

  /** Something was not captured. */
  void lost() {
    lost = true;
    unreadable = true;
    waiting.reset();
    message.reset();
    opcode = 0;
  }

  /** Whether bytes look like the beginning of frames: they fit into each other, to the end. */
  static boolean mayBegin(ByteBuffer bytes) {
    ByteBuffer in = bytes.duplicate();
    boolean first = true;
    while (in.remaining() >= 2) {
      int head = in.get(in.position()) & 0xff;
      boolean known = head == 0x81 || head == 0x82 || head == 0xc1 || head == 0xc2;
      known |= head == 0x88 || head == 0x89 || head == 0x8a;
      long size = known ? size(in) : -1;
      if (!known || size > Bounds.FRAME) {
        return false;
      }
      if (size < 0 || size > in.remaining()) {
        return !first || size > 0;
      }
      first = false;
      in.position(in.position() + (int) size);
    }
    return !first;
  }

  /** Bytes of the frame that begins here, its head included; -1 where that is not known yet. */
  private static long size(ByteBuffer in) {
    int said = in.get(in.position() + 1) & 0x7f;
    int extra = said == 126 ? 2 : said == 127 ? 8 : 0;
    int mask = (in.get(in.position() + 1) & 0x80) != 0 ? 4 : 0;
    if (in.remaining() < 2 + extra) {
      return -1;
    }
    long length = said;
    if (extra == 2) {
      length = in.getShort(in.position() + 2) & 0xffff;
    } else if (extra == 8) {
      length = in.getLong(in.position() + 2);
    }
    return length < 0 ? Long.MAX_VALUE : 2 + extra + mask + length;
  }

  /** Takes a whole frame, where there is one. */
  private boolean frame(long time, ByteBuffer in) throws MalformedException {
    long size = in.remaining() < 2 ? -1 : size(in);
    if (size > Bounds.FRAME + 14L) {
      throw new MalformedException("a frame of more than " + (Bounds.FRAME >> 20) + " MiB");
    }
    if (size < 0 || size > in.remaining()) {
      return false;
    }
    ByteBuffer frame = in.slice(in.position(), (int) size);
    in.position(in.position() + (int) size);
    int head = frame.get(0) & 0xff;
    part(time, head, payload(frame));
    return true;
  }

  private static byte[] payload(ByteBuffer frame) {
    int said = frame.get(1) & 0x7f;
    int at = 2 + (said == 126 ? 2 : said == 127 ? 8 : 0);
    boolean masked = (frame.get(1) & 0x80) != 0;
    int data = masked ? at + 4 : at;
    byte[] payload = new byte[frame.limit() - data];
    for (int i = 0; i < payload.length; i++) {
      payload[i] = (byte) (frame.get(data + i) ^ (masked ? frame.get(at + (i & 3)) : 0));
    }
    return payload;
  }

  private void part(long time, int head, byte[] payload) throws MalformedException {
    int code = head & 0x0f;
    boolean last = (head & 0x80) != 0;
    if (code == CLOSE) {
      close(time, payload);
    } else if (code > CLOSE) {
      receiver.message(time, code, payload);
    } else {
      data(time, head, code, payload, last);
    }
  }

  private void close(long time, byte[] payload) {
    boolean says = payload.length >= 2;
    int code = says ? ByteBuffer.wrap(payload).getShort(0) & 0xffff : NO_CODE;
    receiver.closed(time, code, says ? new String(payload, 2, payload.length - 2, UTF_8) : "");
  }

  private void data(long time, int head, int code, byte[] payload, boolean last)
      throws MalformedException {
    if (code != CONTINUATION) {
      message.reset();
      opcode = code;
      compressed = (head & 0x40) != 0;
    }
    if (opcode == 0) {
      return; // the rest of a message whose beginning is missing
    }
    byte[] plain = compressed ? inflated(payload, last) : payload;
    if (message.size() + plain.length > Bounds.FRAME) {
      throw new MalformedException("a message of more than " + (Bounds.FRAME >> 20) + " MiB");
    }
    message.writeBytes(plain);
    if (last) {
      receiver.message(time, opcode, message.toByteArray());
      message.reset();
      opcode = 0;
    }
  }

  /** What was compressed before it may be missing, which the message refers to. */
  private byte[] inflated(byte[] payload, boolean last) throws MalformedException {
    if (inflate == null || unreadable) {
      opcode = 0;
      throw new MalformedException(
          "a compressed message, whose beginning of the connection was not captured");
    }
    return inflate.inflate(ByteBuffer.wrap(payload), last);
  }
}
