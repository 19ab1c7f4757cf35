package io.github.danmuhub.device.protocol;

import io.github.danmuhub.wire.MalformedException;

/** What a hub says to a toy. Immutable. */
public sealed interface Order {
  /**
   * Everything off, and nothing on before a person releases it: needs no nonce and no ownership.
   */
  record Stop(String id) implements Order {}

  /**
   * What only the owner says, or who wants to become it.
   *
   * @param seq above that of everything which this hub said before
   * @param tick the toy's own, the newest that this hub has heard
   * @param hub {@code NAME/RUN}
   */
  record Addressed(Verb verb, String nonce, long seq, long tick, String hub) implements Order {}

  /** A movement, by the owner. */
  record Do(Addressed by, Move move) implements Order {}

  /** What needs no more than to be said. */
  enum Verb {
    ARM,
    BEAT,
    DISARM,
    RELEASE
  }

  /** As it is written. */
  default String line() {
    return OrderLine.encode(this);
  }

  /** What was written. */
  static Order of(String line) throws MalformedException {
    return OrderLine.decode(Words.of(line));
  }
}
