package io.github.danmuhub.feed.decode;

import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;

/** One step of a chain, in both directions. Pure. */
interface Step {
  /** What a piece becomes; nothing where the frame is none that has messages. */
  List<Piece> decode(Piece in, Decompressors tools, int depth) throws MalformedException;

  /** The other direction. */
  Piece encode(Piece in);

  /** Whether it takes JSON, not bytes. */
  default boolean takesJson() {
    return false;
  }

  /** Whether it gives JSON, not bytes. */
  default boolean givesJson() {
    return false;
  }

  /** Whether it opens a compressed layer. */
  default boolean isLayer() {
    return false;
  }
}
