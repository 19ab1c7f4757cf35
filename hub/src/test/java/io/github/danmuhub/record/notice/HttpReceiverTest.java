package io.github.danmuhub.record.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.danmuhub.secret.WebhookSignature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A webhook over real sockets. */
class HttpReceiverTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final NoticeForm.Message MESSAGE =
      new NoticeForm.Message("msg_1", "{\"a\":\"弹\"}");

  private final Map<String, String> came = new ConcurrentHashMap<>();
  private volatile int status = 204;
  private volatile boolean endless;

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestHeaders().forEach((name, values) -> came.put(name, values.get(0)));
          came.put("body", new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.getResponseHeaders().add("Retry-After", "7");
          exchange.sendResponseHeaders(status, endless ? 100 : -1);
          if (!endless) {
            exchange.close();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static Receiver receiver(int port, @Nullable WebhookSignature key, Duration patience) {
    URI uri = URI.create("http://127.0.0.1:" + port + "/hook?token=secret");
    return new HttpReceiver(uri, key, patience, () -> 1_700_000_000_000L);
  }

  @Test
  void itIsSentByPostAndSigned() {
    WebhookSignature key = WebhookSignature.by("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    Receiver.Answer answer = receiver(server.getAddress().getPort(), key, LONG).tell(MESSAGE);
    assertThat(answer.isHeard()).isTrue();
    assertThat(came.get("body")).isEqualTo(MESSAGE.body());
    assertThat(came.get("Webhook-id")).isEqualTo("msg_1");
    assertThat(
            key.isOurs(
                "msg_1",
                came.getOrDefault("Webhook-timestamp", ""),
                MESSAGE.body(),
                came.getOrDefault("Webhook-signature", "")))
        .isTrue();
  }

  @Test
  void aRedirectIsARefusalAndIsNotFollowed() {
    status = 302;
    Receiver.Answer answer = receiver(server.getAddress().getPort(), null, LONG).tell(MESSAGE);
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void oneThatNeverAnswersIsLeft() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Receiver.Answer answer =
          receiver(silent.getLocalPort(), null, Duration.ofMillis(200)).tell(MESSAGE);
      assertThat(answer.status()).isZero();
      assertThat(answer.words().toString())
          .startsWith("it does not answer within")
          .doesNotContain("secret");
    }
  }

  @Test
  void oneWhoseAnswerNeverEndsIsHeardByItsHead() throws Exception {
    status = 200;
    endless = true;
    Receiver receiver = receiver(server.getAddress().getPort(), null, LONG);
    CompletableFuture<Receiver.Answer> answer =
        CompletableFuture.supplyAsync(() -> receiver.tell(MESSAGE));
    assertThat(answer.get(60, TimeUnit.SECONDS).isHeard()).isTrue();
  }

  @Test
  void oneThatIsNotThereIsToldInWords() throws Exception {
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // nobody listens
      Receiver.Answer answer = receiver(taken.getLocalPort(), null, LONG).tell(MESSAGE);
      assertThat(answer.status()).isZero();
      assertThat(answer.words()).hasToString("it cannot be reached");
    }
  }
}
