package io.github.danmuhub.log;

import io.github.danmuhub.log.segment.RecordingException;

/**
 * Hears how a recorder is doing; called on any thread, while the recorder waits: it must not block.
 */
public interface DiskListener {
  /**
   * The disk takes nothing any more, or somebody removed what it had taken; each reason is told
   * once, until it {@linkplain #recovered recovers}.
   */
  void failing(RecordingException why);

  /**
   * The disk takes events again.
   *
   * @param lost how many could not be recorded meanwhile; each room has a gap there
   */
  default void recovered(long lost) {}
}
