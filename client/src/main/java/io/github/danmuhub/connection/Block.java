package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Setback;
import org.jspecify.annotations.Nullable;

/**
 * What a platform blocks for now, an address or an account: until when, and which room asks for all
 * after that. Where the platform names no time it is a minute, then twice as long each time. {@link
 * Courtesy} guards it.
 */
final class Block {
  private static final long FIRST_MS = 60_000;
  private static final long LONGEST_MS = 30 * 60_000;

  /** When the others look again, in case the room that asks never gets an answer. */
  private static final long ANSWER_MS = 60_000;

  private @Nullable Setback why;
  private @Nullable Object asking;
  private long until;
  private int times;

  /** How long a room waits from now on; 0 = it may go: where there was a block, it asks for all. */
  long askedBy(Object room, long now) {
    if (why == null) {
      return 0;
    }
    if (now < until) {
      return until - now;
    }
    if (asking == null) {
      asking = room;
    }
    return asking == room ? 0 : ANSWER_MS;
  }

  /** A room was refused. What rooms hear that had gone before does not make it longer. */
  void struck(Object room, Setback setback, long now) {
    if (why != null && asking != room) {
      return;
    }
    long usual = Math.min(LONGEST_MS, FIRST_MS << Math.min(times, 10));
    times++;
    until = now + (setback.notBeforeMs() > 0 ? setback.notBeforeMs() : usual);
    why = setback;
    asking = null;
  }

  /** The room that asked was answered; whether that ends a block. */
  boolean passed(Object room) {
    if (asking != room) {
      return false;
    }
    asking = null;
    why = null;
    times = 0;
    return true;
  }

  /** The room that asked will hear no answer; whether it did ask. */
  boolean abandoned(Object room) {
    boolean was = asking == room;
    asking = was ? null : asking;
    return was;
  }

  /** Why; null where nothing is blocked. */
  @Nullable Setback why() {
    return why;
  }

  boolean isIdle() {
    return why == null;
  }
}
