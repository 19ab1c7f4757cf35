package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.config.LimitsConfig.SlowReader;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
  private static Socket deaf(Hub hub) throws Exception {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), hub.port()));
    String handshake =
        """
        GET /ws HTTP/1.1
        Host: localhost
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

        """
            .replace("\n", "\r\n");
    socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
    await().atMost(Duration.ofSeconds(20)).until(() -> readers(hub) == 2);
    return socket;
  }

  private static int readers(Hub hub) {
    return (int) hub.server.metrics().get("danmu.server.readers").gauge().value();
  }

  private static double slow(Hub hub) {
    return hub.server.metrics().get("danmu.server.slow.readers").counter().count();
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
        Socket deaf = deaf(hub)) {
      sayUntilSlow(hub, other);
      assertThat(readers(hub)).isEqualTo(2);
      deaf.setSoTimeout(20_000);
      String heard = readUntil(deaf.getInputStream(), "\"type\":\"gap\"");
      assertThat(heard).contains("\"missed\":");
    }
  }

  @Test
  void withCloseItsConnectionEndsAndTheOthersStay() throws Exception {
    try (Hub hub = hub(SlowReader.CLOSE);
        WsClient other = hub.socket("/ws");
        Socket deaf = deaf(hub)) {
      int said = sayUntilSlow(hub, other);
      assertThat(deaf.isConnected()).isTrue();
      await().atMost(Duration.ofSeconds(20)).until(() -> readers(hub) == 1);
      hub.server.accept(Hub.chat("1", "still here"));
      assertThat(other.awaitEvents(said + 1).texts()).endsWith("still here");
    }
  }

  private static String readUntil(InputStream in, String wanted) throws Exception {
    String tail = "";
    byte[] bytes = new byte[65_536];
    for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
      String all = tail + new String(bytes, 0, n, StandardCharsets.UTF_8);
      int at = all.indexOf(wanted);
      if (at >= 0 && at + 60 < all.length()) {
        return all.substring(at);
      }
      tail = all.substring(Math.max(0, all.length() - 200));
    }
    throw new AssertionError("the stream ended without " + wanted);
  }
}
