package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JksOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against servers whose certificate is trusted, but is only localhost's. */
class TlsTest {
  private static final Pace PACE = new Pace(1_000, 1_000);
  private static final Vertx SERVERS = Vertx.vertx();

  private static JksOptions store = new JksOptions();
  private static HttpServer webSockets;
  private static NetServer streams;

  private Transport transport = Transport.create(1, Deadlines.standard(), store);
  private Recorder client = new Recorder(transport.nextLoop());

  @BeforeAll
  static void serve(@TempDir Path directory) throws Exception {
    store = keyStoreOfLocalhost(directory);
    webSockets =
        SERVERS
            .createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(store))
            .webSocketHandler(socket -> socket.writeTextMessage("hello"))
            .requestHandler(request -> request.response().end("looked up"))
            .listen(0, "127.0.0.1")
            .await();
    streams =
        SERVERS
            .createNetServer(new NetServerOptions().setSsl(true).setKeyCertOptions(store))
            .connectHandler(socket -> socket.write(Buffer.buffer(new byte[] {0, 0, 0, 0})))
            .listen(0, "127.0.0.1")
            .await();
  }

  private static JksOptions keyStoreOfLocalhost(Path directory) throws Exception {
    Path file = directory.resolve("localhost.jks");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String arguments =
        "-genkeypair -alias a -keyalg EC -dname CN=localhost -ext SAN=dns:localhost"
            + " -storepass changeit -keypass changeit -storetype JKS -keystore ";
    Process process =
        new ProcessBuilder((keytool + " " + arguments + file).split(" "))
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return new JksOptions().setPath(file.toString()).setPassword("changeit");
  }

  @AfterAll
  static void stop() {
    SERVERS.close().await();
  }

  @AfterEach
  void close() {
    transport.close();
  }

  private void dial(Dial dial) {
    dial(dial, Route.DIRECT);
  }

  private void dial(Dial dial, Route route) {
    Loop loop = transport.nextLoop();
    loop.execute(() -> transport.dialler(loop, route).dial(dial, client));
  }

  private HttpReply lookUp(String host) throws Exception {
    Loop loop = transport.nextLoop();
    URI uri = URI.create("https://" + host + ":" + webSockets.actualPort() + "/");
    return Exchange.of(loop, transport.dialler(loop, Route.DIRECT), HttpCall.get(uri, Headers.NONE))
        .get(60, TimeUnit.SECONDS);
  }

  private static Dial webSocket(String host) {
    URI uri = URI.create("wss://" + host + ":" + webSockets.actualPort() + "/");
    return new Dial.WebSocket(uri, Headers.NONE, PACE);
  }

  private static Dial stream(String host) {
    return new Dial.Tcp(host, streams.actualPort(), true, LengthPrefix.OF_FOUR_BYTES, PACE);
  }

  @Test
  void aWebSocketOpensWhereTheNameIsTheCertificates() throws Exception {
    dial(webSocket("localhost"));
    assertThat(client.frame())
        .isEqualTo(new Recorder.Frame(FrameKind.TEXT, Raw.bytes("hello".getBytes(UTF_8))));
  }

  @Test
  void aWebSocketIsRefusedWhereTheNameIsAnothers() throws Exception {
    dial(webSocket("127.0.0.1"));
    assertThat(client.closed().reason()).startsWith("TLS: ").contains("127.0.0.1");
  }

  @Test
  void aByteStreamOpensWhereTheNameIsTheCertificates() throws Exception {
    dial(stream("localhost"));
    assertThat(client.frame().bytes()).isEqualTo(Raw.bytes(new byte[4]));
  }

  @Test
  void aByteStreamIsRefusedWhereTheNameIsAnothers() throws Exception {
    dial(stream("127.0.0.1"));
    assertThat(client.closed().reason()).startsWith("TLS: ").contains("127.0.0.1");
  }

  @Test
  void aLookupIsAnsweredWhereTheNameIsTheCertificates() throws Exception {
    assertThat(lookUp("localhost").text()).isEqualTo("looked up");
  }

  @Test
  void aLookupIsRefusedWhereTheNameIsAnothers() {
    assertThatThrownBy(() -> lookUp("127.0.0.1"))
        .hasMessageContaining("TLS: ")
        .hasMessageContaining("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void behindAProxyTheNameIsStillTheOneThatWasDialled(String scheme) throws Exception {
    try (TestProxy proxy = new TestProxy(webSockets.actualPort())) {
      URI by = URI.create(scheme + "://user:p%40ss@127.0.0.1:" + proxy.port());
      dial(secure("localhost"), new Route(null, by));
      assertThat(client.frame()).hasToString("TEXT hello");
      client = new Recorder(transport.nextLoop());
      dial(secure("other.example.invalid"), new Route(null, by));
      assertThat(client.closed().reason())
          .startsWith("TLS: ")
          .contains("other.example.invalid")
          .doesNotContain("p@ss");
      assertThat(proxy.asked).containsExactly("localhost:443", "other.example.invalid:443");
    }
  }

  private static Dial secure(String host) {
    return new Dial.WebSocket(URI.create("wss://" + host + "/sub"), Headers.NONE, PACE);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    transport.close();
    transport = Transport.create(1);
    client = new Recorder(transport.nextLoop());
    dial(webSocket("localhost"));
    assertThat(client.closed().reason()).startsWith("TLS: ");
  }
}
