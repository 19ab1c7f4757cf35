package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.wire.MalformedException;

/**
 * How much was given, by one gift message.
 *
 * @param units how many the giver has given so far in this combo
 * @param press how many one press of the button gives: 1, 10, 66, 520
 */
record GiftCounts(long units, long press) {
  private static final long MOST = 1_000_000_000;

  /** A group gift shows its size in one of two places: what is more counts. */
  static GiftCounts of(long group, long repeat, long combo) throws MalformedException {
    if (group < 0 || repeat < 0 || combo < 0) {
      throw new MalformedException("gifts are counted below zero");
    }
    if (group > MOST || repeat > MOST || combo > MOST || group * combo > MOST) {
      throw new MalformedException("gifts are counted above " + MOST);
    }
    return new GiftCounts(Math.max(repeat, group * combo), Math.max(1, group));
  }
}
