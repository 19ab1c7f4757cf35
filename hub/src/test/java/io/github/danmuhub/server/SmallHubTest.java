package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One client after the other, or one alone, does its worst to a hub of 256 MB. */
@Tag("load")
class SmallHubTest {
  private static final int CLIENTS = Integer.getInteger("danmu.load.clients", 200);
  private static final int SUBSCRIPTIONS = 100;
  private static final long MIB = 1L << 20;
  private static final int BURST = 256 << 10;

  /** 200 rooms of 170 characters: 34 kB. */
  static byte[] subscription(int n) {
    String tail = "9".repeat(150);
    String rooms =
        IntStream.range(0, 200)
            .mapToObj(i -> "\"bilibili:%04d%03d%s\"".formatted(n, i, tail))
            .collect(Collectors.joining(","));
    String message = "{\"op\":\"subscribe\",\"rooms\":[" + rooms + "]}";
    return RawSocket.frame(RawSocket.TEXT, message.getBytes(StandardCharsets.UTF_8));
  }

  private static long answersWithinMs(HubProcess hub) throws Exception {
    URI health = URI.create("http://127.0.0.1:" + hub.port() + "/healthz");
    HttpRequest request = HttpRequest.newBuilder(health).build();
    Hub.HTTP.send(request, BodyHandlers.ofString());
    long from = System.nanoTime();
    assertThat(Hub.HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    return (System.nanoTime() - from) / 1_000_000;
  }

  @Test
  void subscriptionsOfClosedSocketsLeaveTheHeapAsItWas() throws Exception {
    try (HubProcess hub = new HubProcess("-Xmx256m")) {
      long before = hub.heapMb();
      for (int client = 0; client < CLIENTS; client++) {
        try (RawSocket socket = RawSocket.upgrade(hub.port(), "/ws?quiet=1")) {
          socket.readUntil("hello");
          for (int i = 0; i < SUBSCRIPTIONS; i++) {
            socket.send(subscription(i));
            socket.readUntil("\"type\":");
          }
        }
      }
      long ms = answersWithinMs(hub);
      long after = hub.heapMb();
      System.out.printf(
          "%d clients x %d subscriptions of 34 kB: heap %d, then %d MiB; answers in %d ms; RSS %d"
              + " MiB%n",
          CLIENTS, SUBSCRIPTIONS, before, after, ms, hub.residentMb());
      assertThat(after).isLessThan(before + 10);
      assertThat(ms).isLessThan(100);
    }
  }

  @Test
  void anEchoThatIsReadInBurstsStaysSmall() throws Exception {
    try (HubProcess hub = new HubProcess("-Xmx2g");
        RawSocket client = RawSocket.upgrade(hub.port(), "/ws/echo")) {
      client.readUntil("comes back.");
      client.flood(RawSocket.frame(RawSocket.TEXT, new byte[60_000]), 4_096 * MIB);
      long most = 0;
      for (int i = 0; i < 120; i++) {
        client.skip(BURST);
        most = Math.max(most, hub.residentMb());
      }
      System.out.printf("echo in bursts: RSS at most %d MiB%n", most);
      assertThat(most).isLessThan(300);
    }
  }
}
