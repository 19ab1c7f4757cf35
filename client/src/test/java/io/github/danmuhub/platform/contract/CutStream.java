package io.github.danmuhub.platform.contract;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A byte stream that comes in pieces, cut into frames as far as it has come. */
final class CutStream {
  private final Framing framing;
  private byte[] rest = {};

  CutStream(Framing framing) {
    this.framing = framing;
  }

  /** The frames that are whole with this piece. */
  List<Raw> take(byte[] piece) throws MalformedException {
    byte[] bytes = Arrays.copyOf(rest, rest.length + piece.length);
    System.arraycopy(piece, 0, bytes, rest.length, piece.length);
    List<Raw> frames = new ArrayList<>();
    int at = 0;
    for (int length = next(bytes, at); length > 0; length = next(bytes, at)) {
      frames.add(Raw.bytes(Arrays.copyOfRange(bytes, at, at + length)));
      at += length;
    }
    rest = Arrays.copyOfRange(bytes, at, bytes.length);
    return frames;
  }

  private int next(byte[] bytes, int at) throws MalformedException {
    return framing.next(ByteBuffer.wrap(bytes, at, bytes.length - at));
  }
}
