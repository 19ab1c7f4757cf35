package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What subscriptions hold is bounded, and free as soon as their socket is closed. */
class SubscriptionsTest {
  private static final String LONG = "9".repeat(180);

  /** {@code n} names of about 200 characters. */
  private static String subscribe(int n) {
    String rooms =
        IntStream.range(0, n)
            .mapToObj(i -> "\"bilibili:" + i + LONG + "\"")
            .collect(Collectors.joining(","));
    return "{\"op\":\"subscribe\",\"rooms\":[" + rooms + "]}";
  }

  private static String code(WsClient socket) {
    return socket.awaitOne("error").path("code").asText();
  }

  @Test
  void aSocketsSubscriptionsAreBoundedInBytes() throws Exception {
    try (Hub hub = Hub.start(Hub.config("limits: {subscription_kb: 16}"));
        WsClient socket = hub.socket("/ws?quiet=1")) {
      socket.send(subscribe(40));
      socket.awaitOne("subscribed");
      socket.send(subscribe(41));
      assertThat(code(socket)).isEqualTo("too-large-subscriptions");
      socket.send("{\"op\":\"unsubscribe\"}").send(subscribe(42));
      socket.await(() -> socket.ofType("subscribed").size() == 2);
    }
  }

  @Test
  void thoseOfAllAreBoundedTooAndGivenBackByWhoLeaves() throws Exception {
    try (Hub hub = Hub.start(Hub.config("limits: {subscriptions_mb: 1}"));
        WsClient other = hub.socket("/ws?quiet=1")) {
      try (WsClient large = hub.socket("/ws?quiet=1")) {
        for (int i = 100; i < 200; i++) {
          large.send(subscribe(i));
        }
        assertThat(code(large)).isEqualTo("too-large-subscriptions");
        other.send(subscribe(199));
        assertThat(code(other)).isEqualTo("too-large-subscriptions");
      }
      other.await(
          () -> {
            other.send(subscribe(198));
            return !other.ofType("subscribed").isEmpty();
          });
    }
  }

  @Test
  void whatIsBrokenHoldsNothingEither() throws Exception {
    try (Hub hub = Hub.start(Hub.config("limits: {subscriptions_mb: 1, subscription_kb: 2048}"));
        RawSocket broken = RawSocket.upgrade(hub.port(), "/ws");
        WsClient other = hub.socket("/ws")) {
      other.await(() -> hub.telemetry.metrics().get("danmu.server.readers").gauge().value() == 2);
      broken.readUntil("}");
      broken.send(RawSocket.frame(RawSocket.TEXT, new byte[] {(byte) 0xff}));
      assertThat(broken.readCloseCode()).isEqualTo(1007);
      other.await(() -> hub.telemetry.metrics().get("danmu.server.readers").gauge().value() == 1);
    }
  }
}
