package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.Bounds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {
  private final Transport transport = Transport.create(1, new Deadlines(5_000, 500, 1_000), null);
  private final Loop loop = transport.nextLoop();
  private final List<HttpCall> seen = new CopyOnWriteArrayList<>();
  private ListeningPort server;

  @BeforeEach
  void listen() throws Exception {
    server = transport.listen(loop, 0, this::serve);
  }

  @AfterEach
  void close() {
    transport.close();
  }

  private void serve(Incoming request) {
    seen.add(request.call());
    switch (request.call().uri().getPath()) {
      case "/echo" ->
          request.answer(
              new HttpReply(
                  200,
                  Headers.of("Set-Cookie", "a=1", "Set-Cookie", "b=2"),
                  request.call().body()));
      case "/big" ->
          request.answer(
              new HttpReply(200, Headers.NONE, Raw.bytes(new byte[Bounds.HTTP_BODY + 1])));
      case "/redirect" ->
          request.answer(new HttpReply(302, Headers.of("Location", "/echo"), Raw.NOTHING));
      case "/socket" -> request.accept(new Recorder(loop));
      case "/drop" -> request.drop();
      case "/broken" -> throw new IllegalStateException("on purpose");
      case "/silent" -> {}
      default -> request.answer(HttpReply.of(404, "text/plain", "no such page"));
    }
  }

  private HttpReply send(HttpCall call, Route route) throws Exception {
    return Exchange.of(loop, transport.dialler(loop, route), call).get(60, TimeUnit.SECONDS);
  }

  private HttpReply get(String path) throws Exception {
    return send(
        HttpCall.get(URI.create("http://127.0.0.1:" + server.port() + path), Headers.NONE),
        Route.DIRECT);
  }

  @Test
  void aPostBringsItsBodyAndAllHeaderLinesBack() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/echo?a=%E5%BC%B9&b=1+2");
    Raw body = Raw.bytes("弹幕".getBytes(UTF_8));
    Headers headers = Headers.of("User-Agent", "Mozilla/5.0", "Cookie", "a=b");
    HttpReply reply = send(new HttpCall("POST", uri, headers, body), Route.DIRECT);
    assertThat(reply.text()).isEqualTo("弹幕");
    assertThat(reply.headers().all("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(seen.get(0).method()).isEqualTo("POST");
    assertThat(seen.get(0).uri()).isEqualTo(uri);
    assertThat(seen.get(0).headers().all("user-agent")).containsExactly("Mozilla/5.0");
    assertThat(seen.get(0).headers().first("accept-encoding")).isEmpty();
  }

  @Test
  void whatIsForAProgramOfTheUsersGoesThereAndNotToTheSimulator() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:1/");
    URI own = URI.create("http://127.0.0.1:" + server.port() + "/echo");
    HttpCall call = HttpCall.get(own, Headers.NONE);
    for (Route route : List.of(new Route(nobody, null), new Route(null, nobody))) {
      assertThatThrownBy(() -> send(call, route)).hasCauseInstanceOf(IOException.class);
      assertThat(send(call.directly(), route).status()).isEqualTo(200);
    }
  }

  @Test
  void aPortThatDoesNotExistFailsInWordsAndNotByWaiting() {
    assertThatThrownBy(() -> transport.listen(loop, 99_999, this::serve))
        .hasMessageContaining("cannot listen on 127.0.0.1:99999")
        .hasMessageNotContaining("nothing happened");
  }

  @Test
  void aRequestThatCannotBeMadeFailsAfterWhoAskedIsThrough() {
    HttpCall call = HttpCall.get(URI.create("ftp://127.0.0.1/"), Headers.NONE);
    CompletableFuture<Boolean> failedAtOnce = new CompletableFuture<>();
    CompletableFuture<String> why = new CompletableFuture<>();
    loop.execute(
        () -> {
          CompletionStage<HttpReply> reply =
              transport.dialler(loop, Route.DIRECT).http().send(call);
          failedAtOnce.complete(reply.toCompletableFuture().isDone());
          reply.whenComplete((answer, failure) -> why.complete(failure.getMessage()));
        });
    assertThat(failedAtOnce).succeedsWithin(60, TimeUnit.SECONDS).isEqualTo(false);
    assertThat(why).succeedsWithin(60, TimeUnit.SECONDS).isEqualTo("cannot dial ftp://127.0.0.1");
  }

  @Test
  void anErrorStatusIsAnAnswer() throws Exception {
    assertThat(get("/nowhere").status()).isEqualTo(404);
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    assertThat(get("/redirect").status()).isEqualTo(302);
    assertThat(seen).hasSize(1);
  }

  @Test
  void aBodyOverTheBoundFailsInWords() {
    assertThatThrownBy(() -> get("/big")).hasMessageContaining("larger than 8 MiB");
  }

  @Test
  void aServerThatNeverAnswersFailsInTime() {
    assertThatThrownBy(() -> get("/silent")).hasMessageContaining("no answer within 500 ms");
  }

  @Test
  void aConnectionThatIsCutFailsInWords() {
    assertThatThrownBy(() -> get("/drop")).hasMessageContaining("closed");
  }

  @Test
  void aHandlerThatThrowsCostsOneAnswerOnly() throws Exception {
    assertThat(get("/broken").status()).isEqualTo(500);
    assertThat(get("/echo").status()).isEqualTo(200);
  }

  @Test
  void aRequestBodyOverTheServersBoundIsRefused() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/echo");
    Raw body = Raw.bytes(new byte[(1 << 20) + 1]);
    assertThat(send(new HttpCall("POST", uri, Headers.NONE, body), Route.DIRECT).status())
        .isEqualTo(413);
    assertThat(seen).isEmpty();
  }

  @Test
  void theSimulatorGetsTheRealHostInPlainText() throws Exception {
    Route route = new Route(URI.create("http://127.0.0.1:" + server.port()), null);
    HttpCall call = HttpCall.get(URI.create("https://api.example.com/echo?x=1"), Headers.NONE);
    assertThat(send(call, route).status()).isEqualTo(200);
    assertThat(seen.get(0).uri()).isEqualTo(URI.create("http://api.example.com/echo?x=1"));
  }

  @Test
  void aRequestTargetMayHoldWhatBrowsersSendAsItIs() throws Exception {
    String target = "/echo?a=|{}\"^`\\<>&b=弹幕&c=100%";
    assertThat(answer("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n")).contains(" 200 ");
    assertThat(seen.get(0).uri().getQuery()).isEqualTo(target.substring("/echo?".length()));
  }

  @Test
  void soMayTheTargetOfAHandshake() throws Exception {
    String handshake =
        """
        GET /socket?ext=a|b:{弹}&page=100% HTTP/1.1\r
        Host: a\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
        \r
        """;
    assertThat(answer(handshake)).contains(" 101 ");
    assertThat(seen.get(0).uri().getQuery()).isEqualTo("ext=a|b:{弹}&page=100%");
  }

  /** The first line of the answer to a request that no well-behaved client sends. */
  private String answer(String request) throws IOException {
    try (java.net.Socket socket =
        new java.net.Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      BufferedReader answer =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      return answer.readLine();
    }
  }

  @Test
  void anAddressWithoutAHostFailsInWords() {
    HttpCall call = HttpCall.get(URI.create("mailto:a@b"), Headers.NONE);
    assertThatThrownBy(() -> send(call, Route.DIRECT)).hasMessageContaining("cannot dial mailto");
  }
}
