package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.platform.Alarm;

/**
 * When we listened: since when, and for how long without the times at which we could not. One
 * thread.
 */
final class Listening {
  /** A combo that ran when we joined goes on within this time of listening, or is over. */
  static final long JOINING_MS = 10_000;

  /** What lies further back is no time at which a combo began. */
  private static final long LONGEST_COMBO_MS = 3_600_000;

  private static final long SECOND_MS = 1_000;
  private static final long NEVER = Long.MAX_VALUE;

  private long joined = NEVER;
  private long joinedAfter;
  private long deaf;
  private long deafSince = NEVER;

  /** We begin to listen to a broadcast: what is given from now on is new to us. */
  void joins(long now) {
    joined = now;
    joinedAfter = at(now);
  }

  /** Nothing can be heard from now on. */
  void stops(long now) {
    deafSince = Math.min(deafSince, now);
  }

  /** Everything can be heard from now on. */
  void goesOn(long now) {
    if (deafSince != NEVER) {
      deaf += Math.max(0, now - deafSince);
      deafSince = NEVER;
    }
  }

  /** The clock was set back, the time of listening goes on. */
  void setBack(long byMs) {
    deaf -= byMs;
    deafSince = Alarm.earlier(deafSince, byMs);
    joined = Alarm.earlier(joined, byMs);
  }

  /** Milliseconds that go by only while we listen. */
  long at(long now) {
    return Math.min(now, deafSince) - deaf;
  }

  /** Epoch milliseconds at which so much will have been listened; not while we do not listen. */
  long when(long listened) {
    return listened == NEVER || deafSince != NEVER ? NEVER : listened + deaf;
  }

  /**
   * Whether a combo that we have just heard of for the first time was running when we joined. Its
   * group id is the second at which it began, by the platform's clock, which the message's own time
   * compares with ours.
   *
   * @param group the combo's id; one that can be no such second says nothing
   * @param time of the message, by the platform's clock; 0 says nothing
   */
  boolean isJoinedAfter(long group, long time, long now) {
    if (joined == NEVER || time <= 0 || at(now) - joinedAfter > JOINING_MS) {
      return false;
    }
    long joinedThere = time - (now - joined);
    long earliest = (joinedThere - LONGEST_COMBO_MS) / SECOND_MS;
    return group > earliest && group < joinedThere / SECOND_MS;
  }
}
