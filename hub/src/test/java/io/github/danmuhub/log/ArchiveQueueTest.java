package io.github.danmuhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Events on their way to a disk that hangs, until it is let go. */
class ArchiveQueueTest {
  private final CountDownLatch hangs = new CountDownLatch(1);
  private final List<Long> written = new ArrayList<>();
  private final ArchiveQueue queue = new ArchiveQueue(this::write, 0);

  private void write(List<Entry> batch) throws SQLException {
    try {
      hangs.await();
    } catch (InterruptedException e) {
      throw new SQLException(e);
    }
    batch.forEach(entry -> written.add(entry.seq()));
  }

  private void add(long seq, int bytes) {
    queue.add(new Entry(seq, "bilibili:1", "chat", new byte[bytes]));
  }

  @Test
  void whatWaitsIsBoundedInBytesAndTheNewestAreDroppedAndCounted() {
    queue.start();
    int fit = ArchiveQueue.BYTES >> 20;
    for (int seq = 1; seq <= fit + 3; seq++) {
      add(seq, 1 << 20);
    }
    assertThat(queue.dropped()).isEqualTo(3);
    hangs.countDown();
    await().atMost(Duration.ofSeconds(20)).until(() -> queue.awaitSettled(fit));
    add(fit + 4, 1 << 20);
    assertThat(queue.close()).isTrue();
    assertThat(written).hasSize(fit + 1).endsWith((long) fit + 4);
    assertThat(queue.dropped()).isEqualTo(3);
  }

  @Test
  void nobodyWaitsForWhatWasDroppedEvenWhileTheDiskHangs() {
    queue.start();
    for (int seq = 1; seq <= ArchiveQueue.EVENTS + 1_000; seq++) {
      add(seq, 1);
    }
    assertThat(queue.dropped()).isPositive();
    assertThat(queue.awaitSettled(ArchiveQueue.EVENTS + 1_000)).isTrue();
    assertThat(queue.awaitSettled(1)).as("this one may still come").isFalse();
    hangs.countDown();
    assertThat(queue.close()).isTrue();
  }

  @Test
  void aFaultOfOursCostsItsEventsAndNotTheThread() {
    ArchiveQueue faulty =
        new ArchiveQueue(
            batch -> {
              if (batch.get(0).seq() == 1) {
                throw new IllegalStateException("a fault of ours");
              }
            },
            0);
    faulty.start();
    faulty.add(new Entry(1, "bilibili:1", "chat", new byte[1]));
    await().atMost(Duration.ofSeconds(20)).until(faulty::isFailing);
    faulty.add(new Entry(2, "bilibili:1", "chat", new byte[1]));
    await().atMost(Duration.ofSeconds(20)).until(() -> !faulty.isFailing());
    assertThat(faulty.dropped()).isEqualTo(1);
    assertThat(faulty.close()).isTrue();
  }
}
