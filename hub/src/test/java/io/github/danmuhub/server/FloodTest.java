package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that asks and asks and never reads the answers fills nobody's memory. */
class FloodTest {
  private static final long TOTAL = 80_000_000;
  private Hub hub;

  @BeforeEach
  void open() throws Exception {
    hub = Hub.start();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private static byte[] times(int count, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }

  /** What the systems' own buffers take is far below the total. */
  private void isReadFromNoMore(RawSocket client, byte[] questions) throws Exception {
    AtomicLong taken = client.flood(questions, TOTAL);
    AtomicLong before = new AtomicLong(-1);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> before.getAndSet(taken.get()) == taken.get());
    assertThat(taken.get()).isLessThan(TOTAL);
    assertThat(hub.get("/healthz").statusCode()).isEqualTo(200);
    try (WsClient other = hub.socket("/ws")) {
      hub.say(1, 1);
      other.awaitEvents(1);
    }
  }

  @Test
  void whoSendsPingsAndReadsNoPongsIsReadFromNoMore() throws Exception {
    try (RawSocket client = RawSocket.upgrade(hub.port(), "/ws?quiet=1")) {
      isReadFromNoMore(client, times(500, RawSocket.frame(RawSocket.PING, new byte[100])));
    }
  }

  @Test
  void whoSendsMessagesAndReadsNoAnswersIsReadFromNoMore() throws Exception {
    try (RawSocket client = RawSocket.upgrade(hub.port(), "/ws?quiet=1")) {
      isReadFromNoMore(client, times(500, RawSocket.frame(RawSocket.TEXT, "{}".getBytes(UTF_8))));
    }
  }

  @Test
  void whoReadsNoEchoIsReadFromNoMore() throws Exception {
    try (RawSocket client = RawSocket.upgrade(hub.port(), "/ws/echo")) {
      isReadFromNoMore(client, times(50, RawSocket.frame(RawSocket.TEXT, new byte[1_000])));
    }
  }

  @Test
  void whoAsksForPagesAndReadsNoneIsReadFromNoMore() throws Exception {
    String request = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (RawSocket client = new RawSocket(hub.port())) {
      isReadFromNoMore(client, times(500, request.getBytes(UTF_8)));
    }
  }

  @Test
  void whoReadsAgainIsAnsweredAgainAndMissesNothing() throws Exception {
    int questions = 40_000;
    byte[] ping = RawSocket.frame(RawSocket.TEXT, "{\"op\":\"ping\"}".getBytes(UTF_8));
    try (RawSocket client = RawSocket.upgrade(hub.port(), "/ws?quiet=1")) {
      client.readUntil("}"); // hello: before it nothing may be sent (RFC 6455, 4.1)
      byte[] some = times(500, ping);
      AtomicLong taken = client.flood(some, (long) questions * ping.length);
      for (int i = 0; i < questions; i++) {
        client.readUntil("\"pong\"}");
      }
      assertThat(taken.get()).isEqualTo((long) questions * ping.length);
    }
  }
}
