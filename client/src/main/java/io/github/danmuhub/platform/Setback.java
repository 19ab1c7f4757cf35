package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.HttpReply;

/**
 * Every refusal and loss, of a lookup, a handshake or a socket: what to do next, why, not before
 * when, and whom it concerns. Immutable.
 *
 * @param how what to do next
 * @param code of the platform or the protocol; 0 where there is none
 * @param why a sentence for people, without secrets: what happened, and what they can do about it
 * @param notBeforeMs at least this many milliseconds pass until then; 0 for the usual back-off
 * @param scope who waits
 */
public record Setback(Verdict how, int code, String why, long notBeforeMs, Scope scope) {
  /** How long a room waits where asking again mends nothing by itself: a password, a ban. */
  public static final long LONG_MS = 30 * 60_000;

  private static final int TOO_MANY_REQUESTS = 429;

  public Setback {
    if (notBeforeMs < 0) {
      throw new IllegalArgumentException("a setback cannot end " + -notBeforeMs + " ms ago");
    }
  }

  /** This room's alone, after the usual back-off. */
  public Setback(Verdict how, int code, String why) {
    this(how, code, why, 0, Scope.ROOM);
  }

  /** Try a fresh lookup, after the usual back-off. */
  public static Setback again(int code, String why) {
    return new Setback(Verdict.RESOLVE, code, why);
  }

  /** Trying again is in vain: the room does not exist, the credentials are refused for good. */
  public static Setback failed(int code, String why) {
    return new Setback(Verdict.FAILED, code, why);
  }

  /** Asking again mends nothing, but a person may: {@link #LONG_MS}, then a fresh lookup. */
  public static Setback mendedByHand(int code, String why) {
    return new Setback(Verdict.RESOLVE, code, why, LONG_MS, Scope.ROOM);
  }

  /**
   * The platform blocks our address: all its rooms wait, and one of them asks again.
   *
   * @param notBeforeMs as the platform says; 0 where it does not, then it is minutes, growing
   */
  public static Setback blocked(int code, String why, long notBeforeMs) {
    return new Setback(Verdict.RESOLVE, code, why, notBeforeMs, Scope.ADDRESS);
  }

  /** The same, but we left by ourselves: no code, and our words. */
  public Setback inOurWords(String ours) {
    return new Setback(how, 0, ours, notBeforeMs, scope);
  }

  /** A socket's end, with the code and in the words of its close. */
  public static Setback of(Verdict how, Closed closed) {
    return of(how, closed, "");
  }

  /**
   * A socket's end. A handshake that is refused for too many requests concerns the address.
   *
   * @param explained what it means on this platform, and what the user can do about it; empty where
   *     there is nothing to add
   */
  public static Setback of(Verdict how, Closed closed, String explained) {
    String words = closed.words();
    String why = explained.isEmpty() ? words : words + ": " + explained;
    HttpReply refusal = closed.refusal();
    return refusal != null && refusal.status() == TOO_MANY_REQUESTS
        ? new Setback(how, refusal.status(), why, refusal.retryAfterMs(), Scope.ADDRESS)
        : new Setback(how, closed.statusOrCode(), why);
  }
}
