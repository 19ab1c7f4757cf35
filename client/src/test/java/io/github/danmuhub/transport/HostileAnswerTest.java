package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.testing.Echo;
import java.net.InetAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers without an end, to a handshake and to a lookup: neither memory nor time runs out. */
class HostileAnswerTest {
  private static final String CHUNK = "400\r\n" + "x".repeat(1_024) + "\r\n";
  private static final String REFUSAL =
      "HTTP/1.1 403 Forbidden\r\nHandshake-Status: 415\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String HEADER = "X-Long: " + "x".repeat(1_000) + "\r\n";

  private static final String OF_ANOTHER_VERSION =
      """
      GET / HTTP/1.1
      Host: a
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 99
      Sec-WebSocket-Key: x

      """;

  private final Transport transport =
      Transport.create(1, new Deadlines(20_000, 1_500, 1_000), null);
  private final Loop loop = transport.nextLoop();

  @AfterEach
  void close() {
    transport.close();
  }

  private Closed dial(HostileServer server) throws Exception {
    Recorder client = new Recorder(loop);
    URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/sub");
    Dial dial = new Dial.WebSocket(uri, Headers.NONE, new Pace(1_000, 1_000));
    loop.execute(() -> transport.dialler(loop, Route.DIRECT).dial(dial, client));
    return client.closed();
  }

  private HttpReply get(HostileServer server) throws Exception {
    HttpCall call =
        HttpCall.get(URI.create("http://127.0.0.1:" + server.port() + "/"), Headers.NONE);
    return Exchange.of(loop, transport.dialler(loop, Route.DIRECT), call).get(60, TimeUnit.SECONDS);
  }

  private static void isCutOff(HostileServer server) throws Exception {
    server.cutOff.get(60, TimeUnit.SECONDS);
  }

  @Test
  void aRefusedHandshakesEndlessBodyIsCutAndItsHeadersStillTell() throws Exception {
    try (HostileServer server = HostileServer.endless(REFUSAL, CHUNK)) {
      Closed why = dial(server);
      HttpReply refusal = Objects.requireNonNull(why.refusal());
      assertThat(refusal.status()).isEqualTo(403);
      assertThat(refusal.headers().first("handshake-status")).contains("415");
      assertThat(refusal.body().size()).isEqualTo(SocketBounds.REFUSAL_BODY);
      isCutOff(server);
    }
  }

  @Test
  void aRefusalOfExactlyTheBoundComesWhole() throws Exception {
    String body = "y".repeat(SocketBounds.REFUSAL_BODY);
    String head = "HTTP/1.1 403 Forbidden\r\nContent-Length: " + body.length() + "\r\n\r\n";
    try (HostileServer server =
        new HostileServer((request, out) -> out.write((head + body).getBytes(US_ASCII)))) {
      assertThat(Objects.requireNonNull(dial(server).refusal()).text()).isEqualTo(body);
    }
  }

  @Test
  void aRefusalsEndlessHeadersAreAFailureInWords() throws Exception {
    try (HostileServer server = HostileServer.endless("HTTP/1.1 403 Forbidden\r\n", HEADER)) {
      assertThat(dial(server).reason()).contains("closed while handshake");
      isCutOff(server);
    }
  }

  @Test
  void anAnswersEndlessBodyIsAFailureInWords() throws Exception {
    try (HostileServer server = HostileServer.endless(ANSWER, CHUNK.repeat(64))) {
      assertThatThrownBy(() -> get(server)).hasMessageContaining("larger than 8 MiB");
      isCutOff(server);
    }
  }

  @Test
  void anAnswersEndlessHeadersAreAFailureInWords() throws Exception {
    try (HostileServer server = HostileServer.endless("HTTP/1.1 200 OK\r\n", HEADER)) {
      assertThatThrownBy(() -> get(server)).hasMessageContaining("eader");
      isCutOff(server);
    }
  }

  @Test
  void aBodyThatDripsIsGivenUpInTime() throws Exception {
    try (HostileServer server =
        new HostileServer(
            (request, out) -> {
              out.write((ANSWER + "1\r\nx\r\n").getBytes(US_ASCII));
              HostileServer.dripForEver(out);
            })) {
      assertThatThrownBy(() -> get(server)).hasMessageContaining("no answer within 1500 ms");
      isCutOff(server);
    }
  }

  /** RFC 6455 §5.5.2: a ping of 125 bytes, which nobody who reads on must leave unanswered. */
  @Test
  void aServerThatPingsWithoutReadingTheAnswersIsLeft() throws Exception {
    byte[] ping = new byte[2 + 125];
    ping[0] = (byte) 0x89;
    ping[1] = 125;
    try (HostileServer server =
        new HostileServer(
            (request, out) -> {
              out.write(HostileServer.switchingProtocols(request));
              while (true) {
                out.write(ping);
              }
            })) {
      assertThat(dial(server).reason()).isEqualTo(SocketBounds.DOES_NOT_READ);
      isCutOff(server);
    }
  }

  @Test
  void aBrokenHandshakeAtOurServerIsToldToItsListener() throws Exception {
    Echo echo = new Echo();
    ListeningPort server = transport.listen(loop, 0, request -> request.accept(echo));
    try (java.net.Socket client =
        new java.net.Socket(InetAddress.getLoopbackAddress(), server.port())) {
      client.getOutputStream().write(OF_ANOTHER_VERSION.replace("\n", "\r\n").getBytes(US_ASCII));
      assertThat(echo.closed().get(60, TimeUnit.SECONDS).code()).isEqualTo(1006);
    }
  }

  @Test
  void aTransportThatIsClosedThrowsAtNobodyWhoDials() {
    Dialler dialler = transport.dialler(loop, Route.DIRECT);
    transport.close();
    transport.close();
    URI uri = URI.create("ws://127.0.0.1:1/");
    dialler.dial(new Dial.WebSocket(uri, Headers.NONE, new Pace(1_000, 1_000)), new Recorder(loop));
    assertThat(dialler.http().send(HttpCall.get(URI.create("http://127.0.0.1:1/"), Headers.NONE)))
        .isNotNull();
    loop.execute(() -> {});
    loop.schedule(1, () -> {}).cancel();
  }

  @Test
  void anAnswerThatIsNoHttpIsAFailureInWords() throws Exception {
    try (HostileServer server = HostileServer.endless("SSH-2.0-OpenSSH_9.6\r\n", "\r\n\r\n")) {
      assertThatThrownBy(() -> get(server)).hasMessageNotContaining("null");
      assertThat(dial(server).reason()).contains("closed while handshake");
    }
  }
}
