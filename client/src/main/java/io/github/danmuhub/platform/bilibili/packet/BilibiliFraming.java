package io.github.danmuhub.platform.bilibili.packet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;

/** Cuts raw TCP into packets. After a false length the stream cannot be read any more. */
public final class BilibiliFraming implements Framing {
  private static final int SHOWN = 60;

  @Override
  public int next(ByteBuffer in) throws MalformedException {
    refuseText(in);
    if (in.remaining() < BilibiliPacket.HEADER) {
      return 0;
    }
    int length = BilibiliHeader.read(in).length();
    if (length > Bounds.FRAME) {
      throw new MalformedException("packet length %d is above the bound".formatted(length));
    }
    return length <= in.remaining() ? length : 0;
  }

  /** A refused client is answered with the text of an HTTP 403, at times without its header. */
  private static void refuseText(ByteBuffer in) throws MalformedException {
    if (in.remaining() < 4 || in.get(in.position()) < ' ') {
      return;
    }
    byte[] start = new byte[Math.min(SHOWN, in.remaining())];
    in.get(in.position(), start);
    String text = new String(start, US_ASCII).replaceAll("[^ -~]+", " ").strip();
    throw new MalformedException("the server refuses us in text: \"" + text + "\"");
  }
}
