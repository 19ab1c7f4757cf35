package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.server.door.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tutorial's server: echo and broadcast. */
class EchoAndTopicTest {
  private Hub hub;

  @BeforeEach
  void open() throws Exception {
    hub = Hub.start();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theEchoGreetsAndAnswersWhatItIsSent() {
    try (WsClient socket = hub.socket("/ws/echo")) {
      socket.send("你好 🎉");
      socket.socket().sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
      socket.await(() -> socket.messages.size() == 2 && socket.binaries.size() == 1);
      assertThat(socket.messages).containsExactly(EchoDoor.GREETING, "你好 🎉");
      assertThat(socket.binaries.get(0)).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }
  }

  @Test
  void whoSendsTooFastIsReadFromNoFasterAndMissesNothing() {
    try (WsClient socket = hub.socket("/ws/echo")) {
      long from = System.nanoTime();
      int messages = 2 * EchoDoor.PER_SECOND;
      for (int i = 0; i < messages; i++) {
        socket.send("m" + i);
      }
      socket.await(() -> socket.messages.size() == messages + 1);
      assertThat(socket.messages).endsWith("m" + (messages - 1));
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(800));
    }
  }

  @Test
  void whatAPageSendsAllOthersOfItsTopicReceive() {
    try (WsClient sender = hub.socket("/ws/topic/vote");
        WsClient one = hub.socket("/ws/topic/vote");
        WsClient two = hub.socket("/ws/topic/vote");
        WsClient elsewhere = hub.socket("/ws/topic/other")) {
      sender.send("left");
      one.await(() -> one.messages.contains("left") && two.messages.contains("left"));
      elsewhere.send("alone");
      one.send("right");
      sender.await(() -> !sender.messages.isEmpty());
      assertThat(sender.messages).containsExactly("right");
      assertThat(elsewhere.messages).isEmpty();
    }
  }

  @Test
  void aPageThatSendsTooFastOrTooMuchIsToldSo() {
    try (WsClient sender = hub.socket("/ws/topic/t");
        WsClient other = hub.socket("/ws/topic/t")) {
      sender.send("x".repeat(TopicDoor.LENGTH + 1));
      assertThat(sender.awaitOne("error").path("code").asText()).isEqualTo("too-large");
      for (int i = 0; i < 200; i++) {
        sender.send("m");
      }
      sender.await(
          () ->
              sender.ofType("error").stream()
                  .anyMatch(error -> error.path("code").asText().equals("too-fast")));
      sender.await(() -> sender.messages.size() + other.messages.size() >= 201);
      assertThat(other.messages).hasSizeBetween(TopicDoor.PER_SECOND, 200);
    }
  }

  @Test
  void topicsAreBoundedAndNamedPlainly() throws Exception {
    assertThat(hub.get("/ws/topic/a%20b").statusCode()).isEqualTo(400);
    WsClient[] pages = new WsClient[Topics.TOPICS];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = hub.socket("/ws/topic/t" + i);
    }
    assertThat(hub.get("/ws/topic/one-more").statusCode()).isEqualTo(429);
    for (WsClient page : pages) {
      page.close();
    }
  }

  @Test
  void whoHoldsAHandshakeBackDoesNotPassTheLimit() throws Exception {
    List<RawSocket> pages = new ArrayList<>();
    for (int i = 0; i <= Topics.TOPICS; i++) {
      pages.add(RawSocket.upgrade(hub.port(), "/ws/topic/t" + i, "Content-Length: 1"));
    }
    for (RawSocket page : pages) {
      assertThat(page.send("x").readUntil("\r\n")).startsWith("HTTP/1.1 400");
      page.close();
    }
  }
}
