package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.testing.Echo;
import io.github.danmuhub.transport.Recorder.Frame;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 6455, case by case ({@code websocket-cases.txt}): our server and our client. */
@TestInstance(Lifecycle.PER_CLASS)
class WebSocketCasesTest {
  private static final int PATIENCE_MS = 10_000;
  private static final String HANDSHAKE =
      """
      GET / HTTP/1.1
      Host: localhost
      Connection: Upgrade
      Upgrade: websocket
      Sec-WebSocket-Version: 13
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

      """;

  private final Transport transport = Transport.create(1);
  private final Loop loop = transport.nextLoop();
  private int port;
  private int rawPort;

  @BeforeAll
  void listen() throws Exception {
    port = transport.listen(loop, 0, request -> request.accept(new Echo())).port();
    rawPort = transport.listen(loop, 0, each -> each.accept(new Echo(), TextFrames.RAW)).port();
  }

  @AfterAll
  void close() {
    transport.close();
  }

  private static List<String> exchange(int port, WireCase one) throws IOException {
    try (java.net.Socket socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(HANDSHAKE.replace("\n", "\r\n").getBytes(ISO_8859_1));
      skipHead(socket.getInputStream());
      socket.getOutputStream().write(one.bytes(true));
      return WireCase.read(socket.getInputStream());
    }
  }

  private static void skipHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    assertThat(head).startsWith("HTTP/1.1 101 ");
  }

  @ParameterizedTest
  @MethodSource("io.github.danmuhub.transport.WireCase#all")
  void ourServerAnswersAsTheRfcSays(WireCase one) throws Exception {
    assertThat(exchange(port, one)).isEqualTo(one.everything());
  }

  @ParameterizedTest
  @MethodSource("io.github.danmuhub.transport.WireCase#all")
  void ourClientAnswersAsTheRfcSays(WireCase one) throws Exception {
    CompletableFuture<List<String>> answers = new CompletableFuture<>();
    try (HostileServer server =
        new HostileServer(
            (request, in, out) -> {
              out.write(HostileServer.switchingProtocols(request));
              out.write(one.bytes(false));
              answers.complete(WireCase.read(in));
            })) {
      Recorder client = new Recorder(loop);
      URI uri = URI.create("ws://127.0.0.1:" + server.port() + "/");
      Dial dial = new Dial.WebSocket(uri, Headers.NONE, new Pace(1_000, 1_000));
      loop.execute(() -> transport.dialler(loop, Route.DIRECT).dial(dial, client));
      assertThat(answers.get(PATIENCE_MS, TimeUnit.MILLISECONDS)).isEqualTo(one.control());
      client.closed();
      assertThat(messages(client)).isEqualTo(one.messages());
    }
  }

  private static List<String> messages(Recorder client) throws Exception {
    List<String> messages = new ArrayList<>();
    while (client.frames() > 0) {
      Frame frame = client.frame();
      String bytes = HexFormat.of().formatHex(frame.bytes().toBytes());
      if (frame.kind() == FrameKind.TEXT) {
        messages.add("81:" + bytes);
      } else if (frame.kind() == FrameKind.BINARY) {
        messages.add("82:" + bytes);
      }
    }
    return messages;
  }

  /** A packet of Bilibili's, in a text message as seed_002's library sends it. */
  @Test
  void aServerThatTakesTextAsBytesHearsThemAll() throws Exception {
    WireCase packet = WireCase.of("raw | 81:00000010001000010000000200ff80fe 88:03e8 | 88:03e8");
    assertThat(exchange(rawPort, packet)).hasSize(2).last().isEqualTo("88:03e8");
  }
}
