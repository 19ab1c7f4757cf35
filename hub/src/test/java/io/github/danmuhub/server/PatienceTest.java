package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.server.net.ServerTiming;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not come to the point (slow loris) is not waited for. */
class PatienceTest {
  private Hub hub;

  @BeforeEach
  void open() throws Exception {
    hub = Hub.start(new ServerTiming(300, 300));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aConnectionThatAsksForNothingIsClosed() throws Exception {
    try (RawSocket silent = new RawSocket(hub.port())) {
      assertThat(silent.readAll()).isEmpty();
    }
  }

  @Test
  void aConnectionThatNeverEndsItsFirstHeadersIsClosed() throws Exception {
    try (RawSocket slow = new RawSocket(hub.port())) {
      slow.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
      assertThat(slow.readAll()).isEmpty();
    }
  }

  @Test
  void aBodyThatDoesNotComeIsAnsweredInWordsAndTheConnectionEnds() throws Exception {
    try (RawSocket slow = new RawSocket(hub.port())) {
      slow.send("POST /api/rooms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"ro");
      assertThat(new String(slow.readAll(), UTF_8))
          .startsWith("HTTP/1.1 408")
          .contains("problem+json", "urn:danmu-hub:problem:too-slow");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GET /healthz", "DELETE /api/rooms/x:1", "PUT /", "GET /nowhere", "HEAD /"})
  void aBodyThatDoesNotComeEndsTheConnectionWhateverIsAsked(String asked) throws Exception {
    for (String header : List.of("Content-Length: 100", "Transfer-Encoding: chunked")) {
      try (RawSocket slow = new RawSocket(hub.port())) {
        slow.send(asked + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n");
        assertThat(new String(slow.readAll(), UTF_8)).startsWith("HTTP/1.1 ");
      }
    }
  }

  @Test
  void anOpenSocketMayBeSilentForAsLongAsItLikes() throws Exception {
    try (WsClient socket = hub.socket("/ws")) {
      try (RawSocket later = new RawSocket(hub.port())) {
        assertThat(later.readAll()).isEmpty();
      }
      hub.say(1, 1);
      assertThat(socket.awaitEvents(1).texts()).containsExactly("m1");
    }
  }
}
