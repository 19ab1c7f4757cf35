package io.github.danmuhub.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;

/**
 * One thing that a running hub does: a recording, the doors, the rooms, an output. {@link Parts}
 * calls {@link #start} and {@link #close} once each, one part at a time; what a part does in
 * between runs on threads of its own.
 */
public interface Part {
  /** A word that anybody may read, such as {@code recording}; unique in a hub. */
  String name();

  /**
   * Begins; may block until it works.
   *
   * @param status where it says, from any thread and at any time, that it fails or works again
   * @throws IOException in words, if it cannot begin; nothing of it may be left running then
   */
  void start(PartStatus status) throws IOException;

  /** Whether the hub is of no use without it, so that it does not start either. */
  default boolean required() {
    return false;
  }

  /** Adds what it counts to {@code /metrics}; called once, after {@link #start}. */
  default void measure(MeterRegistry metrics) {}

  /**
   * Ends in order; may block, but is interrupted and left alone when its time is up. Called after
   * every part that was started later has ended; not called for a part that did not start.
   */
  void close();
}
