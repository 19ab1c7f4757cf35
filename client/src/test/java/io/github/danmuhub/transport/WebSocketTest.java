package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.testing.Echo;
import io.github.danmuhub.wire.Bounds;
import java.net.URI;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebSocketTest {
  private static final Pace PACE = new Pace(1_000, 1_000);

  private final Transport transport = Transport.create(1);
  private final Loop loop = transport.nextLoop();
  private final Recorder client = new Recorder(loop);
  private final Echo echo = new Echo();
  private final CompletableFuture<HttpCall> handshake = new CompletableFuture<>();
  private ListeningPort server;

  @BeforeEach
  void listen() throws Exception {
    server =
        transport.listen(
            loop,
            0,
            request -> {
              handshake.complete(request.call());
              switch (request.call().uri().getPath()) {
                case "/refuse" ->
                    request.answer(
                        new HttpReply(
                            412,
                            Headers.of("handshake-status", "415", "X-Two", "a", "X-Two", "b"),
                            HttpReply.of(412, "text/plain", "slow down").body()));
                case "/ok" -> request.answer(HttpReply.of(200, "text/html", "<html>"));
                case "/drop" -> request.drop();
                default -> request.accept(echo);
              }
            });
  }

  @AfterEach
  void close() {
    transport.close();
  }

  private Recorder dial(String uri, Headers headers) {
    Dialler dialler = transport.dialler(loop, Route.DIRECT);
    loop.execute(() -> dialler.dial(new Dial.WebSocket(URI.create(uri), headers, PACE), client));
    return client;
  }

  private Recorder dial(String path) {
    return dial("ws://127.0.0.1:" + server.port() + path, Headers.NONE);
  }

  @Test
  void aFrameOfThreeMegabytesComesBackWhole() throws Exception {
    byte[] big = new byte[3_000_000];
    new Random(1).nextBytes(big);
    dial("/").send(FrameKind.BINARY, big);
    assertThat(client.frame())
        .satisfies(frame -> assertThat(frame.kind()).isEqualTo(FrameKind.BINARY))
        .satisfies(frame -> assertThat(frame.bytes()).isEqualTo(Raw.bytes(big)));
  }

  @Test
  void textAndEmptyFramesComeBackAsTheyWere() throws Exception {
    dial("/").send("弹幕");
    assertThat(client.frame())
        .isEqualTo(new Recorder.Frame(FrameKind.TEXT, Raw.bytes("弹幕".getBytes(UTF_8))));
    client.send(FrameKind.BINARY, new byte[0]);
    assertThat(client.frame()).isEqualTo(new Recorder.Frame(FrameKind.BINARY, Raw.NOTHING));
  }

  @Test
  void pingsAndPongsReachTheListener() throws Exception {
    dial("/").send("ping");
    assertThat(client.frame().toString()).isEqualTo("PING are you there");
    client.send(FrameKind.PING, "hello".getBytes(UTF_8));
    assertThat(client.frame().toString()).isEqualTo("PONG hello");
  }

  @Test
  void everythingIsToldOnTheLoop() throws Exception {
    dial("/").send("hello");
    client.frame();
    client.send("close");
    client.closed();
    assertThat(client.threads).hasSize(3).containsOnly("danmu-loop-0");
  }

  @Test
  void theServersCloseCodeAndReasonArrive() throws Exception {
    dial("/").send("close");
    assertThat(client.closed()).isEqualTo(Closed.by(4000, "bye"));
  }

  @Test
  void ourCloseCodeAndReasonReachTheServer() throws Exception {
    dial("/").close(1000, "enough");
    assertThat(client.closed()).isEqualTo(Closed.by(1000, "enough"));
    assertThat(echo.closed().get(30, TimeUnit.SECONDS)).isEqualTo(Closed.by(1000, "enough"));
  }

  @Test
  void aDroppedConnectionIs1006() throws Exception {
    dial("/").send("drop");
    assertThat(client.closed().code()).isEqualTo(1006);
  }

  @Test
  void aResetConnectionIs1006InWords() throws Exception {
    dial("/").send("reset");
    assertThat(client.closed().code()).isEqualTo(1006);
    assertThat(client.closed().reason()).containsIgnoringCase("reset");
  }

  @Test
  void aServerThatStopsEndsTheSocket() throws Exception {
    dial("/").opened();
    server.close();
    assertThat(client.closed().refusal()).isNull();
  }

  @Test
  void aFrameOverTheBoundClosesInWords() throws Exception {
    dial("/").send(FrameKind.BINARY, new byte[Bounds.FRAME + 1]);
    Closed why = echo.closed().get(30, TimeUnit.SECONDS);
    assertThat(why.code()).isEqualTo(1009);
    assertThat(why.reason()).contains("frame length");
    assertThat(client.closed().refusal()).isNull();
  }

  @Test
  void aRefusedHandshakeBringsItsStatusHeadersAndBody() throws Exception {
    Closed why = dial("/refuse").closed();
    assertThat(why.reason()).isEqualTo("the handshake was refused: HTTP 412");
    HttpReply refusal = Objects.requireNonNull(why.refusal());
    assertThat(refusal.status()).isEqualTo(412);
    assertThat(refusal.headers().first("Handshake-Status")).contains("415");
    assertThat(refusal.headers().all("x-two")).containsExactly("a", "b");
    assertThat(refusal.text()).isEqualTo("slow down");
    assertThat(client.isOpen()).isFalse();
  }

  @Test
  void aPageInsteadOfAWebSocketIsARefusalToo() throws Exception {
    assertThat(dial("/ok").closed().refusal())
        .isNotNull()
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(200));
  }

  @Test
  void aHandshakeWithoutAnAnswerIsAFailure() throws Exception {
    assertThat(dial("/drop").closed())
        .satisfies(why -> assertThat(why.code()).isEqualTo(1006))
        .satisfies(why -> assertThat(why.reason()).isNotBlank());
  }

  @Test
  void nobodyListeningIsAFailureInWords() throws Exception {
    try (DeadPort port = new DeadPort()) {
      Recorder dialled = dial("ws://127.0.0.1:" + port.port() + "/", Headers.NONE);
      assertThat(dialled.closed().reason()).containsIgnoringCase("refused");
    }
  }

  @Test
  void anAddressThatCannotBeDialledIsAFailureInWords() throws Exception {
    assertThat(dial("ftp://example.org/", Headers.NONE).closed().reason())
        .isEqualTo("cannot dial ftp://example.org");
  }

  @Test
  void headersGoOutVerbatimAndNothingIsAdded() throws Exception {
    Headers ours =
        Headers.of("User-Agent", "Mozilla/5.0", "Origin", "https://live.example", "Cookie", "a=b");
    dial("ws://127.0.0.1:" + server.port() + "/sub?x=%20y", ours).opened();
    HttpCall seen = handshake.get();
    assertThat(seen.uri().getRawQuery()).isEqualTo("x=%20y");
    assertThat(seen.headers().all("user-agent")).containsExactly("Mozilla/5.0");
    assertThat(seen.headers().all("origin")).containsExactly("https://live.example");
    assertThat(seen.headers().all("cookie")).containsExactly("a=b");
    assertThat(seen.headers().first("sec-websocket-extensions")).isEmpty();
  }

  @Test
  void theSimulatorIsDialledInPlainTextWithTheRealHostInTheRequest() throws Exception {
    Route route = new Route(URI.create("http://127.0.0.1:" + server.port()), null);
    URI uri = URI.create("wss://broadcast.example.com/sub");
    Dialler dialler = transport.dialler(loop, route);
    loop.execute(() -> dialler.dial(new Dial.WebSocket(uri, Headers.NONE, PACE), client));
    client.opened();
    assertThat(handshake.get().uri()).isEqualTo(URI.create("http://broadcast.example.com/sub"));
  }
}
