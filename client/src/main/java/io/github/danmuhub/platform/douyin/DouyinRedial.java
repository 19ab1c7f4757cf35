package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Alarm;
import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.Verdict;

/**
 * What follows a lost line: with what the next one is dialled, by as few questions as will do, and
 * from when on polls are the better way. One thread.
 *
 * <p>A socket that had let us hear messages is dialled again without a question. Once only, and no
 * longer than {@value #PATIENCE_MS} ms without a message: the broadcast may have ended while we
 * could not hear it, and only a lookup says so.
 */
final class DouyinRedial {
  /** What the next dial is made of. */
  enum With {
    /** What the last dial was made of. */
    SAME_TICKET,
    /** A fresh answer of {@code im/fetch}, and a fresh signature. */
    NEW_TICKET,
    /** All that the site says of the room. */
    LOOKUP
  }

  static final long PATIENCE_MS = 30_000;
  private static final int FAILURES = 3;

  private final Clock clock;
  private boolean heard;
  private boolean again;
  private boolean renewing;
  private int failures;
  private long doubtAt = Alarm.NEVER;

  DouyinRedial(Clock clock) {
    this.clock = clock;
  }

  /** A socket is open. */
  void opened() {
    doubtAt = again ? clock.ticks() + PATIENCE_MS : Alarm.NEVER;
  }

  /** There is no line any more. */
  void closed() {
    doubtAt = Alarm.NEVER;
  }

  /** When a socket that was dialled again is to be doubted, in ticks; {@link Alarm#NEVER}. */
  long doubtAt() {
    return doubtAt;
  }

  /** Messages came on the socket; an answered heartbeat proves nothing. */
  void heard() {
    heard = true;
    failures = 0;
    doubtAt = Alarm.NEVER;
  }

  /** Whether messages came on this socket. */
  boolean hears() {
    return heard;
  }

  /** A socket is gone, or never opened: what next. */
  Verdict lost() {
    failures += heard ? 0 : 1;
    return isDown() ? Verdict.NEXT_DIAL : Verdict.RESOLVE;
  }

  /** Whether no socket let us hear anything, several times in a row. */
  boolean isDown() {
    return failures >= FAILURES;
  }

  /** How many sockets in a row did not let us hear anything. */
  int failures() {
    return failures;
  }

  /** Polls work, and the next dial is to try the socket again. */
  void renewTicket() {
    renewing = true;
  }

  /**
   * Decides on the next dial.
   *
   * @param known whether there is a ticket that is still good
   */
  With next(boolean known) {
    With with = known ? withTicket() : With.LOOKUP;
    again = with == With.SAME_TICKET;
    heard = false;
    renewing = false;
    return with;
  }

  private With withTicket() {
    if (renewing) {
      return With.NEW_TICKET;
    }
    return heard && !again ? With.SAME_TICKET : With.LOOKUP;
  }
}
