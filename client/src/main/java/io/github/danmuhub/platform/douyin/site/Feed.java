package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.douyin.packet.DouyinMessage;

/**
 * What happens in a simulated room: an endless or a finite row of messages, each with its time. It
 * has no state: every client goes through it at its own position.
 */
interface Feed {
  /**
   * When the {@code n}-th message is due, from the start; {@link Long#MAX_VALUE} behind the end.
   */
  long due(long n);

  /**
   * The {@code n}-th message. Where {@link #hasPast}, negative numbers are what was said before
   * anybody listened.
   *
   * @param start when the feed began, epoch milliseconds, without the breaks since then
   * @param roomId of the broadcast
   */
  DouyinMessage message(long n, long start, String roomId);

  boolean hasPast();
}
