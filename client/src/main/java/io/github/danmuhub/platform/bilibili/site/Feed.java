package io.github.danmuhub.platform.bilibili.site;

/**
 * What a simulated room says, as a pure sequence: every peer of the room keeps its own position in
 * it, and all hear the same. Indices count from 0.
 */
interface Feed {
  /** Without an end. */
  long ENDLESS = Long.MAX_VALUE;

  /** How many messages there are. */
  long size();

  /** When a message is due, in milliseconds after the start; never falls from one to the next. */
  long offset(long index);

  /** How many messages are due by {@code elapsed} milliseconds after the start. */
  long dueBy(long elapsed);

  /**
   * The JSON of a message; the same whenever it is asked for.
   *
   * @param start when the feed began, epoch milliseconds
   */
  byte[] message(long index, long start);
}
