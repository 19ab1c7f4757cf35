package io.github.danmuhub.platform;

import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;

/** Cuts a byte stream into frames. Stateless. */
public interface Framing {
  /**
   * Length of the first whole frame of {@code in}, from its position; 0 = wait for more. Does not
   * move the position.
   *
   * @throws MalformedException if the stream is lost: reconnect
   */
  int next(ByteBuffer in) throws MalformedException;
}
