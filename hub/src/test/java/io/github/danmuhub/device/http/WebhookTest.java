package io.github.danmuhub.device.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.danmuhub.device.Acts;
import io.github.danmuhub.device.http.WebhookSink.Hook;
import io.github.danmuhub.rule.action.Outcome.How;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.secret.WebhookSignature;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private final List<Map<String, String>> came = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;
  private boolean endless;

  @BeforeEach
  void listen() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          Map<String, String> request = new HashMap<>();
          exchange.getRequestHeaders().forEach((name, all) -> request.put(name, all.get(0)));
          request.put("body", new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          came.add(request);
          exchange.getResponseHeaders().add("location", "/hook");
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

  private WebhookSink sink() {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    return new WebhookSink(Map.of("door", new Hook(uri, WebhookSignature.by(SECRET))));
  }

  @Test
  void theSpecificationsOwnExampleIsSignedAsItSays() {
    assertThat(
            WebhookSignature.by(SECRET)
                .headers("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
        .containsEntry(
            WebhookSignature.SIGNATURE, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatIsSentCanBeCheckedByItsReceiver() throws Exception {
    Result result = Acts.perform(sink(), Map.of("name", "door", "text", "\"quoted\" </script> 你好"));
    assertThat(result.how()).isEqualTo(How.DONE);
    Map<String, String> request = came.get(0);
    assertThat(request.get("body")).contains("\\\"quoted\\\"", "a-rule", "你好");
    assertThat(
            WebhookSignature.by(SECRET)
                .isOurs(
                    request.getOrDefault("Webhook-id", ""),
                    request.getOrDefault("Webhook-timestamp", ""),
                    request.getOrDefault("body", ""),
                    "v1,other " + request.get("Webhook-signature")))
        .isTrue();
  }

  @Test
  void whatIsRefusedIsNotSentAgain() throws Exception {
    for (int answer : new int[] {500, 302, 429}) {
      status = answer;
      came.clear();
      assertThat(Acts.perform(sink(), Map.of("name", "door")).words().toString())
          .contains("" + answer);
      assertThat(came).hasSize(1);
    }
  }

  @Test
  void oneWhoseAnswersNeverEndTakesNoPlaceForLong() throws Exception {
    endless = true;
    WebhookSink sink = sink();
    for (int i = 0; i < 20; i++) {
      assertThat(Acts.perform(sink, Map.of("name", "door")).how()).isEqualTo(How.DONE);
    }
  }

  @Test
  void aDryRunSendsNothing() throws Exception {
    assertThat(Acts.perform(sink(), Map.of("name", "door"), true).how()).isEqualTo(How.DRY_RUN);
    assertThat(came).isEmpty();
  }

  @Test
  void aReceiverThatIsNotThereIsToldInWords() throws Exception {
    WebhookSink sink = sink();
    server.stop(0);
    assertThat(Acts.perform(sink, Map.of("name", "door")).words().toString())
        .contains("cannot be reached");
  }

  @Test
  void aSecretThatIsNoneIsRefusedWithoutBeingRepeated() {
    for (String secret : new String[] {"", "hunter2hunter2", "whsec_!!!!", "whsec_c2hvcnQ="}) {
      assertThatThrownBy(() -> WebhookSignature.by(secret))
          .hasMessageContaining("whsec_ and at least")
          .hasNoCause();
    }
  }
}
