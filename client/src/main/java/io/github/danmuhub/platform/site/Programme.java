package io.github.danmuhub.platform.site;

import java.util.List;

/**
 * What a simulated room plays: beats, each with its time and its messages, numbered from 0. It has
 * no position: every peer goes through it at its own, and all hear the same. One thread.
 *
 * @param <M> a message of the platform's
 */
interface Programme<M> {
  /** It never comes. */
  long NEVER = Long.MAX_VALUE;

  /**
   * When the beat is due, in milliseconds after the start; never falls; {@link #NEVER} = it ended.
   */
  long due(long beat);

  /**
   * What is said then; nothing, where the platform has no such thing.
   *
   * @param start when the programme began, epoch milliseconds, without the breaks since then
   */
  List<M> messages(long beat, long start);

  /** Whether beats below 0 are what was said before the first peer listened. */
  default boolean hasPast() {
    return false;
  }
}
