package io.github.danmuhub.platform.site;

import java.util.List;

/**
 * What the rooms play, for a platform whose clients ask for it over HTTP. Positions count from 0;
 * one that cannot be, or is too far behind, is mended. One thread.
 *
 * @param <M> a message of the platform's
 */
public interface Programmes<M> {
  /** Where a peer that has no position yet begins. */
  long position(String room);

  /** What is due by now. */
  Part<M> since(String room, long position);

  /** What was said last before a position. */
  List<M> before(String room, long position);

  /**
   * A part of a programme.
   *
   * @param next the position after it
   */
  record Part<M>(List<M> messages, long next) {}
}
