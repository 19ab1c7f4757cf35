package io.github.danmuhub.record;

import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.text.Counted;

/**
 * How a recorder is doing, as the part that it is says it.
 *
 * @param one what it may lose, such as {@code event}
 */
public record RecorderStatus(PartStatus status, String one) implements DiskListener {
  @Override
  public void failing(RecordingException why) {
    status.failing(String.valueOf(why.getMessage()));
  }

  @Override
  public void recovered(long lost) {
    status.working(lost == 0 ? "nothing is lost" : "lost: " + Counted.of(lost, one));
  }
}
