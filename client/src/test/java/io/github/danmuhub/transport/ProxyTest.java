package io.github.danmuhub.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Headers;
import io.github.danmuhub.platform.Pace;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
  private static final Pace PACE = new Pace(1_000, 1_000);

  private final Transport transport = Transport.create(1);
  private final Loop loop = transport.nextLoop();
  private final Recorder client = new Recorder(loop);

  @AfterEach
  void close() {
    transport.close();
  }

  private void dial(Dial dial, String scheme, TestProxy proxy) {
    URI uri = URI.create(scheme + "://user:p%40ss@127.0.0.1:" + proxy.port());
    Dialler dialler = transport.dialler(loop, new Route(null, uri));
    loop.execute(() -> dialler.dial(dial, client));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void aWebSocketGoesThroughTheProxyByName(String scheme) throws Exception {
    Listener server = transport.listen(loop, 0, request -> request.accept(new Echo()));
    try (TestProxy proxy = new TestProxy(server.port())) {
      URI uri = URI.create("ws://broadcast.example.invalid:2244/sub");
      dial(new Dial.WebSocket(uri, Headers.NONE, PACE), scheme, proxy);
      client.send("hello");
      assertThat(client.frame()).hasToString("TEXT hello");
      assertThat(String.join(" ", proxy.asked)).contains("broadcast.example.invalid:2244");
      assertThat(String.join(" ", proxy.asked)).containsAnyOf("user:p@ss", "dXNlcjpwQHNz");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void aByteStreamGoesThroughTheProxyByName(String scheme) throws Exception {
    Listener server = transport.listenTcp(loop, 0, LengthPrefix.OF_FOUR_BYTES, Echo::new);
    byte[] frame = LengthPrefix.frame(new byte[] {1, 2});
    try (TestProxy proxy = new TestProxy(server.port())) {
      Dial dial =
          new Dial.Tcp("broadcast.example.invalid", 2243, false, LengthPrefix.OF_FOUR_BYTES, PACE);
      dial(dial, scheme, proxy);
      client.send(FrameKind.BINARY, frame);
      assertThat(client.frame().bytes()).isEqualTo(Raw.bytes(frame));
      assertThat(String.join(" ", proxy.asked)).contains("broadcast.example.invalid:2243");
    }
  }

  @Test
  void aDeadProxyIsAFailureInWords() throws Exception {
    TestProxy gone = new TestProxy(1);
    gone.close();
    dial(
        new Dial.WebSocket(URI.create("ws://a.example.invalid/"), Headers.NONE, PACE),
        "socks5",
        gone);
    assertThat(client.closed().reason()).containsIgnoringCase("refused").doesNotContain("p@ss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://user:secret@host:1", "http://host", "socks5://:1080", "proxy:1"})
  void aProxyThatCannotBeUsedIsToldWithoutItsPassword(String proxy) {
    assertThatThrownBy(() -> new Route(null, URI.create(proxy)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a proxy is http://HOST:PORT or socks5://HOST:PORT")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aRouteNeverShowsThePassword() {
    Route route = new Route(null, URI.create("socks5://user:secret@host:1080"));
    assertThat(route.toString()).contains("socks5://host:1080").doesNotContain("secret");
  }
}
