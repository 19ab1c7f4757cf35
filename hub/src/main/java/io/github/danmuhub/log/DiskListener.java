package io.github.danmuhub.log;

import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.text.Counted;
import java.util.function.Consumer;

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

  /**
   * One that says it to people.
   *
   * @param one what may be lost, such as {@code event}
   */
  static DiskListener saying(Consumer<String> failing, Consumer<String> working, String one) {
    return new DiskListener() {
      @Override
      public void failing(RecordingException why) {
        failing.accept(String.valueOf(why.getMessage()));
      }

      @Override
      public void recovered(long lost) {
        working.accept(lost == 0 ? "nothing is lost" : "lost: " + Counted.of(lost, one));
      }
    };
  }
}
