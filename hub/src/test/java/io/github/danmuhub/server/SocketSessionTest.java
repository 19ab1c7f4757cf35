package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conversation on {@code /ws}. */
class SocketSessionTest {
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
  void withoutAWordItHearsAllFromNowOn() {
    hub.say(1, 3);
    try (WsClient socket = hub.socket("/ws")) {
      socket.awaitOne("hello");
      hub.say(4, 5);
      assertThat(socket.awaitEvents(2).texts()).containsExactly("m4", "m5");
    }
  }

  @Test
  void severalEventsTravelInOneMessage() {
    hub.say(1, 50);
    try (WsClient socket = hub.socket("/ws?after=oldest")) {
      socket.awaitEvents(50);
      assertThat(socket.ofType("events")).hasSize(1);
    }
  }

  @Test
  void theFirstSubscribeTakesThePlaceOfEverythingAndTheNextOneAdds() {
    try (WsClient socket = hub.socket("/ws")) {
      socket.send("{\"op\":\"subscribe\",\"rooms\":[\"bilibili:1\"],\"types\":[\"chat\"]}");
      socket.awaitOne("subscribed");
      socket.send("{\"op\":\"subscribe\",\"types\":[\"enter\"]}");
      socket.await(() -> socket.ofType("subscribed").size() == 2);
      hub.server.accept(Hub.chat("2", "not heard"));
      hub.server.accept(Hub.chat("1", "heard"));
      hub.server.accept(Hub.enter("2"));
      assertThat(socket.awaitEvents(2).events())
          .extracting(event -> event.path("type").asText())
          .containsExactly("chat", "enter");
      assertThat(socket.texts().get(0)).isEqualTo("heard");
    }
  }

  @Test
  void aSubscribeWithACursorGetsWhatWasMissed() {
    String cursor;
    try (WsClient socket = hub.socket("/ws")) {
      socket.awaitOne("hello");
      hub.say(1, 2);
      cursor = socket.awaitEvents(2).cursor();
    }
    hub.say(3, 5);
    try (WsClient socket = hub.socket("/ws?quiet=1")) {
      socket.send("{\"op\":\"subscribe\",\"rooms\":[\"bilibili:1\"],\"after\":\"" + cursor + "\"}");
      assertThat(socket.awaitEvents(3).texts()).containsExactly("m3", "m4", "m5");
      socket.send("{\"op\":\"subscribe\",\"after\":\"" + cursor + "\"}");
      assertThat(socket.awaitOne("error").path("code").asText()).isEqualTo("after-too-late");
    }
  }

  @Test
  void anUnsubscribeEndsIt() {
    try (WsClient socket = hub.socket("/ws?quiet=1")) {
      socket.send("{\"op\":\"subscribe\",\"types\":[\"chat\"]}");
      socket.send("{\"op\":\"unsubscribe\",\"types\":[\"chat\"]}");
      assertThat(socket.awaitOne("unsubscribed").path("subscriptions").asInt()).isZero();
      hub.say(1, 1);
      socket.send("{\"op\":\"subscribe\",\"types\":[\"enter\"]}");
      socket.await(() -> socket.ofType("subscribed").size() == 2);
      hub.server.accept(Hub.enter("1"));
      assertThat(socket.awaitEvents(1).texts()).containsExactly("");
      socket.send("{\"op\":\"unsubscribe\",\"types\":[\"gift\"]}");
      assertThat(socket.awaitOne("error").path("code").asText()).isEqualTo("not-subscribed");
    }
  }
}
