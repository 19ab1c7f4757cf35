package io.github.danmuhub.stats;

import io.github.danmuhub.event.User;

/** What was paid in one currency. */
final class Purse {
  private final Minutes minutes;
  private final People givers = new People();
  private long sum;
  private long payments;

  Purse(long start) {
    minutes = new Minutes(start);
  }

  void add(long at, User giver, long milli) {
    sum = Sums.add(sum, milli);
    payments++;
    minutes.add(at, milli);
    givers.add(giver, milli);
  }

  long sum() {
    return sum;
  }

  long payments() {
    return payments;
  }

  Minutes minutes() {
    return minutes;
  }

  People givers() {
    return givers;
  }
}
