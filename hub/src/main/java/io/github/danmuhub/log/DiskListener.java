package io.github.danmuhub.log;

import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.text.Phrase;
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
   * @param one what may be lost, such as {@code event}: a key of {@link Phrase#count}
   */
  static DiskListener saying(Consumer<Phrase> failing, Consumer<Phrase> working, String one) {
    return new DiskListener() {
      @Override
      public void failing(RecordingException why) {
        failing.accept(why.told());
      }

      @Override
      public void recovered(long lost) {
        working.accept(
            lost == 0
                ? Phrase.of("recording.whole")
                : Phrase.of("recording.lost", Phrase.count(lost, one)));
      }
    };
  }
}
