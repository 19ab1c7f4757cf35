package io.github.danmuhub.server.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many wrong tokens may be shown, at whatever door: by one address {@value #AT_ONCE} at once
 * and then one a second; by all together {@value #ALL_AT_ONCE} at once and then ten a second.
 * Addresses that have shown the right one are not hindered by the guesses of others. Remembers at
 * most {@value #ADDRESSES} addresses; all further ones share one limit. On the loop only.
 */
public final class GuessLimit {
  /** Wrong tokens that one address may show in a row. */
  public static final int AT_ONCE = 30;

  static final int ALL_AT_ONCE = 300;
  static final int ADDRESSES = 1_024;
  private static final long EVERY_MS = 1_000;
  private static final long ALL_EVERY_MS = 100;

  private final LongSupplier clock;
  private final TokenBucket all;
  private final Caller others;
  private final Map<String, Caller> callers = new LinkedHashMap<>();

  private static final class Caller {
    private final TokenBucket guesses;
    private boolean known;

    Caller(LongSupplier clock) {
      guesses = new TokenBucket(AT_ONCE, EVERY_MS, clock);
    }

    boolean isForgettable() {
      return !known && guesses.isFull();
    }
  }

  /**
   * @param clock milliseconds
   */
  public GuessLimit(LongSupplier clock) {
    this.clock = clock;
    this.all = new TokenBucket(ALL_AT_ONCE, ALL_EVERY_MS, clock);
    this.others = new Caller(clock);
  }

  /** How long {@code address} must wait before it may show a token again; 0: not at all. */
  public long waitMs(String address) {
    Caller caller = caller(address);
    return Math.max(caller.known ? 0 : all.waitMs(), caller.guesses.waitMs());
  }

  /** It showed a wrong token. */
  public void wrong(String address) {
    Caller caller = caller(address);
    caller.guesses.take();
    if (!caller.known) {
      all.take();
    }
  }

  /** It showed the right one. */
  public void right(String address) {
    Caller caller = caller(address);
    caller.known = caller != others;
  }

  int addresses() {
    return callers.size();
  }

  private Caller caller(String address) {
    if (callers.size() >= ADDRESSES && !callers.containsKey(address)) {
      callers.values().removeIf(Caller::isForgettable);
    }
    return callers.size() < ADDRESSES
        ? callers.computeIfAbsent(address, key -> new Caller(clock))
        : callers.getOrDefault(address, others);
  }
}
