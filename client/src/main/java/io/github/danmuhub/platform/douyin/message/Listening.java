package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.platform.Clock;

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

  private final Clock clock;
  private long joined = NEVER;
  private long joinedAfter;
  private long deaf;
  private long deafSince = NEVER;

  Listening(Clock clock) {
    this.clock = clock;
  }

  /** We begin to listen to a broadcast: what is given from now on is new to us. */
  void joins() {
    joined = clock.ticks();
    joinedAfter = listened();
  }

  /** Nothing can be heard from now on. */
  void stops() {
    deafSince = Math.min(deafSince, clock.ticks());
  }

  /** Everything can be heard from now on. */
  void goesOn() {
    if (deafSince != NEVER) {
      deaf += clock.ticks() - deafSince;
      deafSince = NEVER;
    }
  }

  /** Milliseconds that go by only while we listen. */
  long listened() {
    return Math.min(clock.ticks(), deafSince) - deaf;
  }

  /** In ticks, when so much will have been listened; never while we do not listen. */
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
  boolean isJoinedAfter(long group, long time) {
    if (joined == NEVER || time <= 0 || listened() - joinedAfter > JOINING_MS) {
      return false;
    }
    long joinedThere = time - (clock.ticks() - joined);
    long earliest = (joinedThere - LONGEST_COMBO_MS) / SECOND_MS;
    return group > earliest && group < joinedThere / SECOND_MS;
  }
}
