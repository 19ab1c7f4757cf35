package io.github.danmuhub.rpc.call;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of all calls. Counted on the loop, read by any thread. */
public final class Tallies {
  /** What is counted. */
  public enum Of {
    ANSWERED,
    FAILED,
    TIMED_OUT,
    GONE,
    CANCELLED,
    /** Answers to what was answered before: dropped. */
    DUPLICATE,
    /** Answers to what had timed out or was cancelled: dropped. */
    LATE,
    /** Answers to what was never called: dropped. */
    UNKNOWN,
    /** Parts of answers whose callers wait for the whole only: dropped. */
    UNHEARD,
    /** Messages of pages that are no messages: dropped. */
    BROKEN,
    /** Messages for topics that came too fast: dropped. */
    TOO_FAST
  }

  private final Map<Of, LongAdder> counts = new EnumMap<>(Of.class);

  /** All at nothing. */
  public Tallies() {
    for (Of each : Of.values()) {
      counts.put(each, new LongAdder());
    }
  }

  /** One more. */
  public void count(Of what) {
    adder(what).increment();
  }

  /** So far. */
  public long get(Of what) {
    return adder(what).sum();
  }

  private LongAdder adder(Of what) {
    LongAdder adder = counts.get(what);
    if (adder == null) {
      throw new IllegalStateException("all are there from the beginning");
    }
    return adder;
  }

  void count(Answer answer) {
    count(
        answer instanceof Answer.Failed
            ? Of.FAILED
            : answer instanceof Answer.TimedOut
                ? Of.TIMED_OUT
                : answer instanceof Answer.Gone
                    ? Of.GONE
                    : answer instanceof Answer.Cancelled ? Of.CANCELLED : Of.ANSWERED);
  }
}
