package io.github.danmuhub.event;

import org.jspecify.annotations.Nullable;

/**
 * Our own connection changed its state, or tells how it is.
 *
 * @param detail what happened, in words that a person understands
 * @param code the platform's or protocol's code; 0 where there is none
 * @param attempt which attempt in a row this is, from 1; 0 where not trying
 * @param nextInMs in {@link State#WAITING}: when the next attempt starts; else 0
 */
public record Connection(
    Origin origin,
    State state,
    @Nullable String detail,
    int code,
    int attempt,
    long nextInMs,
    Health health)
    implements LiveEvent {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.connection(this);
  }

  /** A connection's life; it ends only in {@code ENDED} or {@code FAILED}. */
  public enum State {
    RESOLVING,
    CONNECTING,
    AUTHENTICATING,
    LIVE,
    SILENT,
    WAITING,
    ENDED,
    FAILED
  }

  /**
   * What tells a quiet room from a broken one.
   *
   * @param lastFrameMs how long ago the last frame came in; -1 before the first
   * @param roundTripMs of the last heartbeat that was answered; -1 before the first answer
   * @param counts since the room was opened
   */
  public record Health(long lastFrameMs, long roundTripMs, Counts counts) {
    public static final Health NONE = new Health(-1, -1, Counts.NONE);
  }

  /**
   * How much came of a room, and what became of it.
   *
   * @param frames frames received
   * @param events events emitted
   * @param unknown of them: not understood
   * @param malformed broken messages, those not reported one by one included
   * @param dropped events of this room lost to full queues; once for each listener that lost it
   * @param reconnects how often the connection was lost
   * @param copies messages without an event, since they only repeat what others tell
   */
  public record Counts(
      long frames,
      long events,
      long unknown,
      long malformed,
      long dropped,
      long reconnects,
      long copies) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
  }
}
