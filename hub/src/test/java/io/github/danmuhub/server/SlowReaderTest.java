package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.config.LimitsConfig.SlowReader;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A reader that does not read costs itself events, and nobody else. */
class SlowReaderTest {
  private static final String LARGE = "x".repeat(60_000);

  private static Hub hub(SlowReader policy) throws Exception {
    return Hub.start(Hub.config(Hub.limits(20, 100, 50, policy)));
  }

  /** A WebSocket that is opened and then never read from. */
  private static RawSocket deaf(Hub hub) throws Exception {
    RawSocket socket = RawSocket.upgrade(hub.port(), "/ws");
    await().atMost(Duration.ofSeconds(20)).until(() -> readers(hub) == 2);
    return socket;
  }

  private static int readers(Hub hub) {
    return (int) hub.telemetry.metrics().get("danmu.server.readers").gauge().value();
  }

  private static double slow(Hub hub) {
    return hub.telemetry.metrics().get("danmu.server.slow.readers").counter().count();
  }

  private static double dropped(Hub hub) {
    return hub.telemetry.metrics().get("danmu.server.dropped.events").counter().count();
  }

  /** Speaks until the deaf one counts as slow; the other hears each word in order. */
  private static int sayUntilSlow(Hub hub, WsClient other) {
    int said = 0;
    while (slow(hub) == 0 && said < 5_000) {
      for (int i = 0; i < 5; i++) {
        hub.server.accept(Hub.chat("1", ++said + LARGE));
      }
      String newest = "\"seq\":" + said + ",";
      other.await(() -> other.messages.stream().anyMatch(each -> each.contains(newest)));
    }
    assertThat(other.events())
        .extracting(event -> event.path("seq").asInt())
        .isEqualTo(IntStream.rangeClosed(1, said).boxed().toList());
    return said;
  }

  @Test
  void withDropItMissesEventsAndIsToldSoWhenItReadsAgain() throws Exception {
    try (Hub hub = hub(SlowReader.DROP);
        WsClient other = hub.socket("/ws");
        RawSocket deaf = deaf(hub)) {
      sayUntilSlow(hub, other);
      assertThat(readers(hub)).isEqualTo(2);
      assertThat(deaf.readUntil("\"type\":\"gap\",\"missed\":")).isNotEmpty();
      assertThat(dropped(hub)).isPositive();
    }
  }

  @Test
  void withCloseItsConnectionEndsAndTheOthersStay() throws Exception {
    try (Hub hub = hub(SlowReader.CLOSE);
        WsClient other = hub.socket("/ws");
        RawSocket deaf = deaf(hub)) {
      int said = sayUntilSlow(hub, other);
      assertThat(dropped(hub)).as("it may come back for all of it").isZero();
      await().atMost(Duration.ofSeconds(20)).until(() -> readers(hub) == 1);
      assertThat(deaf.readUntil("this reader did not keep up")).isNotEmpty();
      hub.server.accept(Hub.chat("1", "still here"));
      assertThat(other.awaitEvents(said + 1).texts()).endsWith("still here");
    }
  }
}
