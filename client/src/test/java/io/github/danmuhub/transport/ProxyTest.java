package io.github.danmuhub.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.testing.Echo;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name here resolves: what arrives came through the proxy, and was looked up there. */
class ProxyTest {
  private static final Pace PACE = new Pace(1_000, 1_000);
  private static final URI CHAT = URI.create("ws://broadcast.example.invalid:2244/sub");

  private final Transport transport = Transport.create(1);
  private final Loop loop = transport.nextLoop();
  private final Recorder client = new Recorder(loop);
  private final List<HttpCall> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    transport.close();
  }

  private Dialler by(String scheme, String login, TestProxy proxy) {
    URI uri = URI.create(scheme + "://" + login + "@127.0.0.1:" + proxy.port());
    return transport.dialler(loop, new Route(null, uri));
  }

  private void dial(Dial dial, String scheme, TestProxy proxy) {
    Dialler dialler = by(scheme, "user:p%40ss", proxy);
    loop.execute(() -> dialler.dial(dial, client));
  }

  private HttpReply get(String uri, Dialler dialler) throws Exception {
    HttpCall call = HttpCall.get(URI.create(uri), Headers.of("Cookie", "a=b"));
    return Exchange.of(loop, dialler, call).get(60, TimeUnit.SECONDS);
  }

  private ListeningPort serve() throws Exception {
    return transport.listen(
        loop,
        0,
        request -> {
          seen.add(request.call());
          if (request.wantsWebSocket()) {
            request.accept(new Echo());
          } else {
            request.answer(HttpReply.of(200, "text/plain", "looked up"));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void aWebSocketGoesThroughTheProxyByName(String scheme) throws Exception {
    try (TestProxy proxy = new TestProxy(serve().port())) {
      dial(new Dial.WebSocket(CHAT, Headers.NONE, PACE), scheme, proxy);
      client.send("hello");
      assertThat(client.frame()).hasToString("TEXT hello");
      assertThat(proxy.asked).containsExactly("broadcast.example.invalid:2244");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void aByteStreamGoesThroughTheProxyByName(String scheme) throws Exception {
    ListeningPort server = transport.listenTcp(loop, 0, LengthPrefix.OF_FOUR_BYTES, Echo::new);
    byte[] frame = LengthPrefix.frame(new byte[] {1, 2});
    try (TestProxy proxy = new TestProxy(server.port())) {
      Dial dial =
          new Dial.Tcp("broadcast.example.invalid", 2243, false, LengthPrefix.OF_FOUR_BYTES, PACE);
      dial(dial, scheme, proxy);
      client.send(FrameKind.BINARY, frame);
      assertThat(client.frame().bytes()).isEqualTo(Raw.bytes(frame));
      assertThat(proxy.asked).containsExactly("broadcast.example.invalid:2243");
    }
  }

  @Test
  void aPlainLookupIsAskedOfAnHttpProxyItselfAndItsLoginStaysThere() throws Exception {
    try (TestProxy proxy = new TestProxy(serve().port())) {
      Dialler dialler = by("http", "user:p%40ss", proxy);
      assertThat(get("http://api.example.invalid/nav?x=1", dialler).text()).isEqualTo("looked up");
      assertThat(proxy.asked).containsExactly("GET http://api.example.invalid/nav?x=1");
      assertThat(seen.get(0).headers().first("cookie")).contains("a=b");
    }
  }

  @Test
  void aPlainLookupGoesThroughASocksProxyByName() throws Exception {
    try (TestProxy proxy = new TestProxy(serve().port())) {
      Dialler dialler = by("socks5", "user:p%40ss", proxy);
      assertThat(get("http://api.example.invalid/nav", dialler).text()).isEqualTo("looked up");
      assertThat(proxy.asked).containsExactly("api.example.invalid:80");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void aSecureLookupAsksTheProxyForTheHostAndPort443(String scheme) throws Exception {
    try (TestProxy proxy = new TestProxy(serve().port())) {
      Dialler dialler = by(scheme, "user:p%40ss", proxy);
      assertThatThrownBy(() -> get("https://api.example.invalid/nav", dialler))
          .as("what answers is no TLS server")
          .hasMessageContaining("TLS: ");
      assertThat(proxy.asked).containsOnly("api.example.invalid:443");
      assertThat(seen).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void aProxyThatRefusesIsAFailureInWords(String scheme) throws Exception {
    try (TestProxy proxy = new TestProxy(serve().port()).refusing()) {
      dial(new Dial.WebSocket(CHAT, Headers.NONE, PACE), scheme, proxy);
      assertThat(client.closed().reason())
          .startsWith("the proxy does not let us through: ")
          .containsAnyOf("403", "FORBIDDEN")
          .doesNotContain("p@ss");
      Dialler dialler = by(scheme, "user:p%40ss", proxy);
      assertThatThrownBy(() -> get("https://api.example.invalid/", dialler))
          .hasMessageContaining("the proxy does not let us through: ")
          .hasMessageNotContaining("p@ss");
      assertThat(seen).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void aWrongPasswordIsAFailureInWordsThatDoNotTellIt(String scheme) throws Exception {
    try (TestProxy proxy = new TestProxy(serve().port())) {
      Dialler dialler = by(scheme, "user:wrong", proxy);
      loop.execute(() -> dialler.dial(new Dial.WebSocket(CHAT, Headers.NONE, PACE), client));
      assertThat(client.closed().reason())
          .startsWith("the proxy refuses the user name and password: ")
          .doesNotContain("wrong");
      assertThat(seen).isEmpty();
    }
  }

  @Test
  void aProxyThatIsGoneInTheMiddleEndsTheSocket() throws Exception {
    try (TestProxy proxy = new TestProxy(serve().port())) {
      dial(new Dial.WebSocket(CHAT, Headers.NONE, PACE), "http", proxy);
      client.opened();
    }
    assertThat(client.closed().code()).isEqualTo(1006);
  }

  @Test
  void aDeadProxyIsAFailureInWords() throws Exception {
    try (DeadPort port = new DeadPort()) {
      URI by = URI.create("socks5://user:p%40ss@127.0.0.1:" + port.port());
      Dialler dialler = transport.dialler(loop, new Route(null, by));
      Dial dial = new Dial.WebSocket(CHAT, Headers.NONE, PACE);
      loop.execute(() -> dialler.dial(dial, client));
      assertThat(client.closed().reason()).containsIgnoringCase("refused").doesNotContain("p@ss");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://user:secret@host:1",
        "http://host",
        "http://user:secret",
        "http://h:99999",
        "proxy:1"
      })
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
