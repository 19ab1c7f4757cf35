package io.github.danmuhub.app;

import java.io.IOException;
import java.util.List;

/**
 * What is recorded while the hub runs: the recording that its configuration asks for, or takes,
 * which a person begins and ends. Called on a worker; may block.
 */
public interface Takes {
  /** The newest first. */
  List<Take> list();

  /** Whether a take may be begun: none runs, and the hub does not record everything anyway. */
  boolean mayStart();

  /**
   * Begins one.
   *
   * @throws IOException in words, where it cannot be written or {@link #mayStart} says no
   */
  void start() throws IOException;

  /** Ends one; false where none of this name runs. */
  boolean stop(String name);

  /**
   * One of them.
   *
   * @param name of its folder
   * @param since when it began, in milliseconds of the epoch
   * @param bytes on the disk
   * @param lost events that it does not hold, though they were heard
   */
  record Take(String name, State state, long since, long bytes, long events, long lost) {}

  /** How it is. */
  enum State {
    /** It runs as long as the hub. */
    ALWAYS,
    RUNNING,
    ENDED
  }
}
