package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests and frames that break HTTP or WebSocket itself: refused, and nobody else hears of it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BrokenInputTest {
  private Hub hub;

  @BeforeAll
  void start() throws Exception {
    hub = Hub.start();
  }

  @AfterAll
  void stop() {
    hub.close();
  }

  private record Bad(String name, String request, String status) {}

  private static Bad post(String name, String headers, String body, String status) {
    String head = "POST /api/rooms HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers;
    return new Bad(name, head + "\r\n" + body, status);
  }

  private static Bad get(String name, String headers, String status) {
    return new Bad(name, "GET /api/rooms HTTP/1.1\r\n" + headers + "\r\n", status);
  }

  @TestFactory
  Stream<DynamicTest> brokenRequestsAreRefusedInWords() {
    String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
    String packed = "\u001f\u008b\b";
    return Stream.of(
            post("a chunked body that goes on", "Transfer-Encoding: chunked\r\n", chunk, "413"),
            post("a chunk of no length", "Transfer-Encoding: chunked\r\n", "zz\r\n", "400"),
            post("a chunk of less than none", "Transfer-Encoding: chunked\r\n", "-2\r\n", "400"),
            post(
                "a chunk of a long length",
                "Transfer-Encoding: chunked\r\n",
                "0".repeat(9_000) + "\r\n",
                "400"),
            post("a body said to be huge", "Content-Length: 99999999999\r\n", "", "413"),
            post("a length below zero", "Content-Length: -1\r\n", "", "400"),
            post("a length that is none", "Content-Length: ten\r\n", "", "400"),
            post("two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n", "{}", "400"),
            post("a packed body", "Content-Encoding: gzip\r\nContent-Length: 4\r\n", packed, "400"),
            post(
                "a form",
                "Content-Type: multipart/form-data\r\nContent-Length: 2\r\n",
                "xx",
                "400"),
            post("bytes that are no text", "Content-Length: 2\r\n", "\u0000\u0001", "400"),
            post("an unknown Expect", "Expect: foo\r\nContent-Length: 2\r\n", "{}", "417"),
            get("no Host", "", "400"),
            get("an empty Host", "Host: \r\n", "40"),
            get(
                "two Origins",
                "Host: localhost\r\nOrigin: a\r\nOrigin: http://localhost\r\n",
                "400"),
            get(
                "two Authorizations",
                "Host: localhost\r\nAuthorization: a\r\nAuthorization: b\r\n",
                "400"),
            get("two Hosts", "Host: localhost\r\nHost: evil.example\r\n", "40"),
            get("a Host with a user", "Host: localhost@evil.example\r\n", "40"),
            get("thousands of headers", "Host: localhost\r\n" + "A: b\r\n".repeat(5_000), "431"))
        .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> isRefused(bad)));
  }

  private void isRefused(Bad bad) throws Exception {
    String request = bad.request();
    if (bad.name().equals("a chunked body that goes on")) {
      request += "8000\r\n" + "x".repeat(0x8000) + "\r\n" + "1\r\nx\r\n";
    }
    String answer = RawHttp.exchange(hub.port(), request);
    assertThat(answer).startsWith("HTTP/1.1 " + bad.status()).contains("application/problem+json");
    assertThat(hub.get("/healthz").statusCode()).isEqualTo(200);
  }

  private static Bad handshake(String name, String from, String to, String status) {
    String whole =
        """
        GET /ws HTTP/1.1
        Host: localhost
        Connection: keep-alive, Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

        """
            .replace("\n", "\r\n");
    return new Bad(name, whole.replace(from, to), status);
  }

  @TestFactory
  Stream<DynamicTest> brokenHandshakesAreRefusedInWords() {
    return Stream.of(
            handshake("no Connection", "Connection: keep-alive, Upgrade\r\n", "", "426"),
            handshake("a Connection that stays HTTP", "keep-alive, Upgrade", "keep-alive", "426"),
            handshake("an Upgrade to something else", "websocket", "h2c", "426"),
            handshake("an old version", ": 13", ": 7", "426"),
            handshake("no version", "Sec-WebSocket-Version: 13\r\n", "", "426"),
            handshake("no key", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "", "400"),
            handshake("a short key", "dGhlIHNhbXBsZSBub25jZQ==", "dGhl", "400"),
            handshake("a key that is none", "dGhlIHNhbXBsZSBub25jZQ==", "?".repeat(24), "400"),
            handshake("a body", "Upgrade\r\n", "Upgrade\r\nContent-Length: 1\r\n", "400"),
            handshake(
                "a chunked body",
                "Upgrade\r\n",
                "Upgrade\r\nTransfer-Encoding: chunked\r\n",
                "400"))
        .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> isRefused(bad)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/rooms/%",
        "/api/rooms/%4",
        "/api/rooms/%zz",
        "/api/rooms/%+1",
        "/api/rooms/a%00b",
        "/api/rooms/%c0%af",
        "/api/rooms/%ff",
        "/api/rooms/%e5%bc",
        "/api/rooms/%e5-%bc%b9",
        "/%",
        "/api/events?room=%",
        "/api/events?%=1",
        "/api/events?room=%ed%a0%80",
        "/ws?after=%",
      })
  void addressesWhoseEscapesAreBrokenAreRefusedInWords(String path) throws Exception {
    for (String method : List.of("GET", "DELETE", "POST", "OPTIONS")) {
      assertThat(RawHttp.request(hub.port(), method, path, "Host: localhost"))
          .startsWith("HTTP/1.1 400")
          .contains("urn:danmu-hub:problem:bad-address");
    }
  }

  @Test
  void anAddressWithWholeEscapesIsRead() throws Exception {
    assertThat(
            RawHttp.request(
                hub.port(), "DELETE", "/api/rooms/%e5%bc%b9%E5%B9%95", "Host: localhost"))
        .startsWith("HTTP/1.1 404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ws?quiet=1|2", "/ws?quiet={\"a\":1}", "/ws?quiet=弹幕", "/ws?quiet=<^>"})
  void whatBrowsersDoNotEscapeOpensAWebSocketToo(String path) throws Exception {
    try (RawSocket socket = RawSocket.upgrade(hub.port(), path)) {
      assertThat(socket.readUntil("hello")).startsWith("HTTP/1.1 101");
    }
  }

  @Test
  void afterABodyThatIsTooLargeTheConnectionEnds() throws Exception {
    try (RawSocket socket = new RawSocket(hub.port())) {
      socket.send("POST /api/rooms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 70000\r\n\r\n");
      assertThat(new String(socket.readAll(), UTF_8)).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void whatFirefoxSendsIsAWholeHandshake() throws Exception {
    try (RawSocket socket = new RawSocket(hub.port())) {
      socket.send(handshake("", "13", "13", "").request());
      assertThat(socket.readUntil("\r\n")).startsWith("HTTP/1.1 101");
    }
  }

  @Test
  void whoSpeaksAnotherVersionIsToldOurs() throws Exception {
    String request = handshake("", ": 13", ": 7", "").request();
    assertThat(RawHttp.exchange(hub.port(), request))
        .containsIgnoringCase("sec-websocket-version: 13\r\n");
  }

  @Test
  void aBodyThatIsCutOffIsForgotten() throws Exception {
    try (RawSocket cut = new RawSocket(hub.port())) {
      cut.send("POST /api/rooms HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40\r\n\r\n");
      cut.send("{\"room\":\"bilibili:77\"");
    }
    assertThat(hub.get("/api/rooms").body()).doesNotContain("77");
  }

  @Test
  void compressionIsNotAgreedToWhoeverAsks() throws Exception {
    String asks = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits";
    try (RawSocket socket = RawSocket.upgrade(hub.port(), "/ws", asks)) {
      assertThat(socket.readUntil("\r\n\r\n"))
          .startsWith("HTTP/1.1 101")
          .doesNotContainIgnoringCase("deflate");
    }
  }

  private record Frame(String name, Buffer bytes, int code) {
    Frame(String name, byte[] bytes, int code) {
      this(name, Buffer.buffer(bytes), code);
    }
  }

  /** A length of 2^62, of which nothing follows. */
  private static byte[] endless() {
    byte[] head = new byte[14];
    head[0] = (byte) RawSocket.TEXT;
    head[1] = (byte) 0xff;
    head[2] = 0x40;
    return head;
  }

  private static byte[] fragments() {
    byte[] part = new byte[60_000];
    Arrays.fill(part, (byte) 'x');
    byte[] first = RawSocket.frame(0x01, part);
    byte[] second = RawSocket.frame(0x80, part);
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @TestFactory
  Stream<DynamicTest> brokenFramesCloseOnlyTheirOwnSocket() {
    byte[] text = "{\"op\":\"ping\"}".getBytes(UTF_8);
    byte[] unmasked = {(byte) 0x81, 2, '{', '}'};
    return Stream.of(
            new Frame("compressed", RawSocket.frame(RawSocket.TEXT | RawSocket.RSV1, text), 1002),
            new Frame("without a mask", unmasked, 1002),
            new Frame("of an unknown kind", RawSocket.frame(0x83, text), 1002),
            new Frame("a ping in parts", RawSocket.frame(0x09, text), 1002),
            new Frame("a ping that is too long", RawSocket.frame(0x89, new byte[126]), 1002),
            new Frame("a part of nothing", RawSocket.frame(0x80, text), 1002),
            new Frame("said to be endless", endless(), 1009),
            new Frame("parts that are too much", fragments(), 1009))
        .map(frame -> DynamicTest.dynamicTest(frame.name(), () -> closes(frame)));
  }

  private void closes(Frame frame) throws Exception {
    try (WsClient other = hub.socket("/ws");
        RawSocket socket = RawSocket.upgrade(hub.port(), "/ws?quiet=1")) {
      socket.readUntil("\r\n\r\n");
      assertThat(socket.send(frame.bytes().getBytes()).readCloseCode()).isEqualTo(frame.code());
      hub.say(1, 1);
      other.awaitEvents(1);
    }
  }
}
