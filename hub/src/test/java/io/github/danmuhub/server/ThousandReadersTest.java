package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 1,000 WebSocket readers × 100 events a second for 30 s on loopback, beside one more, which never
 * reads. The others see no change against the 10 s before it came. Readers and hub share this
 * process, so its figures are the worst case. {@code -Ddanmu.load.seconds} shortens it.
 */
@Tag("load")
class ThousandReadersTest {
  private static final int READERS = Integer.getInteger("danmu.load.readers", 1_000);
  private static final int SECONDS = Integer.getInteger("danmu.load.seconds", 30);
  private static final int PER_SECOND = 100;
  private static final int ALONE = SECONDS / 3 * PER_SECOND;
  private static final int EVENTS = ALONE + SECONDS * PER_SECOND;
  private static final int MAX_MS = 60_000;
  private static final int TOLERANCE_MS = 250;
  private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");
  private static final Pattern TEXT = Pattern.compile("\"text\":\"(\\d+)");

  /** Deliveries by their time in ms: those before the deaf reader came, and those since. */
  private final AtomicIntegerArray alone = new AtomicIntegerArray(MAX_MS);

  private final AtomicIntegerArray beside = new AtomicIntegerArray(MAX_MS);

  private final AtomicInteger whole = new AtomicInteger();
  private final AtomicInteger broken = new AtomicInteger();

  @Test
  void nothingIsLostAndOneThatStopsReadingHarmsNobody() throws Exception {
    String limits = Hub.limits(20_000, 2_048, 500, LimitsConfig.SlowReader.DROP);
    try (Hub hub = Hub.start(Hub.config(limits))) {
      List<WebSocket> sockets = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        sockets.add(open(hub));
      }
      speak(hub, 1, ALONE);
      try (RawSocket deaf = RawSocket.upgrade(hub.port(), "/ws")) {
        deaf.readUntil("\r\n\r\n");
        speak(hub, ALONE + 1, EVENTS);
        assertThat(slow(hub)).as("times that a reader was slow: the deaf one").isPositive();
        assertThat(hub.telemetry.metrics().get("danmu.server.readers").gauge().value())
            .as("the deaf one stays too")
            .isEqualTo(READERS + 1);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> whole.get() + broken.get() == READERS);
      report(hub);
      assertThat(broken.get()).isZero();
      assertThat(percentile(beside, 0.5))
          .as("median delivery beside the deaf one")
          .isLessThanOrEqualTo(3 * percentile(alone, 0.5) + TOLERANCE_MS);
      assertThat(sockets).noneMatch(WebSocket::isInputClosed);
    }
  }

  private WebSocket open(Hub hub) throws Exception {
    URI uri = URI.create("ws://127.0.0.1:" + hub.port() + "/ws");
    return Hub.HTTP
        .newWebSocketBuilder()
        .buildAsync(uri, new Listening())
        .get(20, TimeUnit.SECONDS);
  }

  private final class Listening implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();
    private long last;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean end) {
      part.append(data);
      if (end) {
        last = heard(part.toString(), last);
        part.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  /** Returns the last number; -1 after a hole. */
  private long heard(String text, long before) {
    long last = before;
    long now = System.currentTimeMillis();
    Matcher seqs = SEQ.matcher(text);
    Matcher texts = TEXT.matcher(text);
    while (last >= 0 && seqs.find() && texts.find()) {
      long seq = Long.parseLong(seqs.group(1));
      AtomicIntegerArray deliveries = seq <= ALONE ? alone : beside;
      deliveries.incrementAndGet((int) Math.min(MAX_MS - 1, now - Long.parseLong(texts.group(1))));
      if (seq != last + 1) {
        broken.incrementAndGet();
        return -1;
      }
      last = seq;
      if (seq == EVENTS) {
        whole.incrementAndGet();
      }
    }
    return last;
  }

  private static void speak(Hub hub, int from, int to) throws Exception {
    ScheduledExecutorService speaker = Executors.newSingleThreadScheduledExecutor();
    AtomicInteger said = new AtomicInteger(from - 1);
    ScheduledFuture<?> speech =
        speaker.scheduleAtFixedRate(
            () -> {
              if (said.incrementAndGet() <= to) {
                String text = System.currentTimeMillis() + " 一条弹幕" + "x".repeat(40);
                hub.server.accept(
                    Chat.of(Origin.ours("bilibili", "1", 1), User.of("7", "小明"), text));
              } else {
                speaker.shutdown();
              }
            },
            0,
            1_000_000 / PER_SECOND,
            TimeUnit.MICROSECONDS);
    assertThat(speaker.awaitTermination(2L * SECONDS + 60, TimeUnit.SECONDS)).isTrue();
    assertThat(speech.isDone()).isTrue();
  }

  private void report(Hub hub) {
    System.out.printf(
        "%d readers x %d events/s x %d s: %d whole, %d with a hole;"
            + " delivery p50 %d ms, p99 %d ms, p99.9 %d ms; beside one that never reads"
            + " p50 %d ms, p99 %d ms, p99.9 %d ms; slow readers counted %.0f%n",
        READERS,
        PER_SECOND,
        SECONDS,
        whole.get(),
        broken.get(),
        percentile(alone, 0.5),
        percentile(alone, 0.99),
        percentile(alone, 0.999),
        percentile(beside, 0.5),
        percentile(beside, 0.99),
        percentile(beside, 0.999),
        slow(hub));
  }

  private static double slow(Hub hub) {
    return hub.telemetry.metrics().get("danmu.server.slow.readers").counter().count();
  }

  private static int percentile(AtomicIntegerArray byMs, double share) {
    long all = 0;
    for (int ms = 0; ms < MAX_MS; ms++) {
      all += byMs.get(ms);
    }
    long below = 0;
    for (int ms = 0; ms < MAX_MS; ms++) {
      below += byMs.get(ms);
      if (below >= all * share) {
        return ms;
      }
    }
    return MAX_MS;
  }
}
