package io.github.danmuhub.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.log.DiskQueue.Batch;
import io.github.danmuhub.log.DiskQueue.Line;
import io.github.danmuhub.log.segment.SegmentWriter;
import org.junit.jupiter.api.Test;

/** Events on their way to a disk. */
class DiskQueueTest {
  private static final Origin ROOM = Origin.ours("bilibili", "1", 1);
  private final DiskQueue queue = new DiskQueue(0);

  private boolean offer(long seq, int bytes) {
    return queue.offer(new Line(new Entry(seq, "bilibili:1", "chat", new byte[bytes]), ROOM, 1));
  }

  private int fill() {
    int fit = SegmentWriter.LIMIT >> 20;
    for (int seq = 1; seq <= fit; seq++) {
      assertThat(offer(seq, 1 << 20)).isTrue();
    }
    return fit;
  }

  @Test
  void whatWaitsIsBoundedInBytesAndTheNewestAreDroppedAndBecomeAGap() {
    int fit = fill();
    assertThat(offer(fit + 1, 1 << 20)).isFalse();
    assertThat(offer(fit + 2, 1)).as("nothing overtakes a loss").isFalse();
    Batch batch = queue.take();
    assertThat(batch.lines()).hasSize(fit);
    assertThat(batch.lost().before(ROOM))
        .singleElement()
        .satisfies(gap -> assertThat(gap.why()).isEqualTo("the disk took nothing: 2 events lost"));
  }

  @Test
  void whatIsTakenStillCountsUntilItIsWritten() {
    int fit = fill();
    queue.take();
    assertThat(offer(fit + 1, 1)).isFalse();
    queue.take();
    queue.written(0, 0, false);
    assertThat(offer(fit + 2, 1)).isTrue();
  }

  @Test
  void nobodyWaitsForWhatWasDroppedOrTheDiskHasOrForADiskThatFails() {
    int fit = fill();
    assertThat(offer(fit + 1, 1)).isFalse();
    assertThat(queue.awaitSettled(fit + 1)).as("dropped").isTrue();
    queue.take();
    queue.written(1 << 20, fit, true);
    assertThat(queue.awaitSettled(fit - 1)).as("written").isTrue();
    assertThat(queue.awaitSettled(fit)).as("it may still come").isFalse();
    queue.written(0, 0, false);
    assertThat(queue.awaitSettled(fit)).isTrue();
  }

  @Test
  void whatComesAfterTheEndIsDropped() {
    queue.close();
    assertThat(offer(1, 1)).isFalse();
    assertThat(queue.awaitSettled(1)).isTrue();
  }
}
