package io.github.danmuhub.inspect.dress;

import io.github.danmuhub.wire.MalformedException;
import java.util.Optional;

/** One way to write bytes as text. Pure. */
interface Dress {
  /**
   * The bytes; empty where the text is written in another way.
   *
   * @throws MalformedException in words, where it is written so but something is missing in it
   */
  Optional<byte[]> read(String text) throws MalformedException;
}
