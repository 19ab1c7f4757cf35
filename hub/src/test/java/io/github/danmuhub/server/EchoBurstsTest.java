package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Who reads its echo in bursts and sends as fast as it can lets nothing pile up between the two.
 */
class EchoBurstsTest {
  private static final int BURSTS = 20;
  private static final int BURST = 96 << 10;

  /** What both systems' socket buffers may take, and a few messages in the hub. */
  private static final long UNDER_WAY = 16L << 20;

  private static final long TOTAL = 1L << 30;

  @Test
  void whatIsUnderWayStaysBounded() throws Exception {
    try (Hub hub = Hub.start();
        RawSocket client = RawSocket.upgrade(hub.port(), "/ws/echo")) {
      client.readUntil("comes back.");
      AtomicLong taken = client.flood(RawSocket.frame(RawSocket.TEXT, new byte[60_000]), TOTAL);
      long read = 0;
      for (int i = 0; i < BURSTS; i++) {
        isStuck(taken);
        assertThat(taken.get() - read).as("bytes that the hub holds").isLessThan(UNDER_WAY);
        client.skip(BURST);
        read += BURST;
      }
    }
  }

  private static void isStuck(AtomicLong taken) {
    AtomicLong before = new AtomicLong(-1);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(60))
        .until(() -> before.getAndSet(taken.get()) == taken.get());
  }
}
