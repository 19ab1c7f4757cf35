package io.github.danmuhub.rpc.jsrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.danmuhub.rpc.PageClient;
import io.github.danmuhub.rpc.RpcHub;
import io.github.danmuhub.server.Hub;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** JsRpc's dialect, line by line as its page and its hub were read (docs/rpc.md). */
class JsRpcDoorsTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private RpcHub rpc;

  @BeforeEach
  void start() throws Exception {
    rpc = RpcHub.start("jsrpc: {port: 0, origins: ['" + RpcHub.ORIGIN + "']}");
  }

  @AfterEach
  void stop() {
    rpc.close();
  }

  /** As its script does; {@code response} of a call's message is sent where it is not empty. */
  private PageClient page(String query, UnaryOperator<String> response) {
    PageClient page =
        PageClient.open(
            rpc.other("ws", "/ws?" + query),
            opened -> opened.send(OFFER),
            (from, message) -> answer(from, message, response));
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> !page.heard.isEmpty());
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> rpc.hub().get("/rpc/groups").body().contains("echo"));
    return page;
  }

  private static final String OFFER =
      "{\"action\":\"_registerActions\",\"message_id\":\"\","
          + "\"response_data\":\"[\\\"_execjs\\\",\\\"echo\\\"]\"}";

  private static void answer(PageClient from, JsonNode call, UnaryOperator<String> response) {
    if (call.has("action")) {
      String value = response.apply(call.path("param").asText());
      from.send(
          "{\"action\":\"%s\",\"message_id\":\"%s\"%s}"
              .formatted(
                  call.path("action").asText(),
                  call.path("message_id").asText(),
                  value.isEmpty() ? "" : ",\"response_data\":" + value));
    }
  }

  /** The parameter, as a string. */
  private static String echo(String param) {
    return JsonNodeFactory.instance.textNode(param).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void thePageIsToldItsIdFirstAndOneWithoutAnIdIsGivenOne() throws Exception {
    try (PageClient named = page("group=g&clientId=tab", JsRpcDoorsTest::echo);
        PageClient other = page("group=g", JsRpcDoorsTest::echo)) {
      assertThat(named.heard.get(0)).hasToString("{\"registerId\":\"tab\"}");
      assertThat(other.heard.get(0).path("registerId").asText()).hasSize(36);
      assertThat(rpc.get("/list").path("data").path("g")).hasSize(2);
      assertThat(rpc.get("/details").at("/data/g/0").toString())
          .contains("\"clientId\":\"tab\"", "\"isHealthy\":true", "[\"_execjs\",\"echo\"]");
    }
  }

  @Test
  void goAnswersInItsWordsByGetFormAndJson() throws Exception {
    try (PageClient page = page("group=g&clientId=tab", JsRpcDoorsTest::echo)) {
      String expected = "{\"status\":200,\"group\":\"g\",\"clientId\":\"tab\",\"data\":\"%s\"}";
      assertThat(rpc.get("/go?group=g&action=echo&param=" + encoded("你 好")))
          .hasToString(expected.formatted("你 好"));
      assertThat(rpc.ask("POST", "/go", "group=g&action=echo&param=a%20b", "content-type", FORM))
          .extracting(HttpResponse::body)
          .isEqualTo(expected.formatted("a b"));
      assertThat(
              rpc.ask(
                      "POST",
                      "/go",
                      "{\"group\":\"g\",\"action\":\"echo\",\"param\":\"c\"}",
                      "content-type",
                      "application/json")
                  .body())
          .isEqualTo(expected.formatted("c"));
      JsonNode call = page.heard.get(1);
      assertThat(call.fieldNames()).toIterable().containsExactly("action", "message_id", "param");
    }
  }

  @Test
  void aParameterReachesThePageAsItWasWritten() throws Exception {
    try (PageClient page = page("group=g&clientId=tab", JsRpcDoorsTest::echo)) {
      for (String param : new String[] {"5", "\"5\"", "{\"a\": 1}", "", "null"}) {
        assertThat(rpc.get("/go?group=g&action=echo&param=" + encoded(param)).path("data").asText())
            .isEqualTo(param);
      }
      assertThat(rpc.call("g/echo", "{\"a\": 1}").body()).isEqualTo("\"{\\\"a\\\":1}\"");
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void whatIsNoTextComesAsTextAndNothingAsAnEmptyOne() throws Exception {
    try (PageClient page = page("group=g&clientId=tab", param -> param)) {
      assertThat(rpc.get("/go?group=g&action=echo&param=5").path("data").asText()).isEqualTo("5");
      assertThat(rpc.get("/go?group=g&action=echo&param=true").path("data").asText())
          .isEqualTo("true");
      assertThat(rpc.get("/go?group=g&action=echo").path("data").asText()).isEmpty();
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void whatIsWrongIsToldInItsWords() throws Exception {
    try (PageClient page = page("group=g&clientId=tab", JsRpcDoorsTest::echo)) {
      HttpResponse<String> noGroup = rpc.ask("GET", "/go?action=a", "");
      assertThat(noGroup.statusCode()).isEqualTo(400);
      assertThat(noGroup.body()).isEqualTo("{\"status\":400,\"data\":\"需要传入group\"}");
      assertThat(rpc.ask("GET", "/go?group=h&action=a", "").body()).contains("没有找到对应的group");
      assertThat(rpc.ask("GET", "/go?group=g&clientId=x&action=echo", "").statusCode())
          .isEqualTo(400);
      assertThat(rpc.get("/go?group=g").path("data").asText()).startsWith("请传入action");
      HttpResponse<String> noAction = rpc.ask("GET", "/go?group=g&action=x", "");
      assertThat(noAction.statusCode()).isEqualTo(200);
      assertThat(noAction.body()).contains("\"data\":\"action没找到\"");
      assertThat(rpc.get("/go?group=g&action=echo&clientId=ta&fuzzy=true&param=7").path("data"))
          .hasToString("\"7\"");
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void anyCodeIsRunNowhereWhileEvalIsOff() throws Exception {
    try (PageClient page = page("group=g&clientId=tab", JsRpcDoorsTest::echo)) {
      for (String path :
          new String[] {
            "/execjs?group=g&code=1",
            "/page/cookie?group=g",
            "/page/html?group=g",
            "/go?group=g&action=_execjs&param=1",
            "/go?group=g&action=%5Fexecjs&param=1",
            "/execjs"
          }) {
        HttpResponse<String> refused = rpc.ask("GET", path, "");
        assertThat(refused.statusCode()).as(path).isEqualTo(403);
        assertThat(refused.body()).contains("\"status\":403", "rpc.eval");
      }
      assertThat(rpc.call("g/_execjs", "\"1\"").statusCode()).isEqualTo(403);
      assertThat(page.heard).hasSize(1);
    }
  }

  @Test
  void withEvalItIsRunAndAnsweredInItsOtherForm() throws Exception {
    rpc.close();
    rpc = RpcHub.start("eval: true", "jsrpc: {port: 0, origins: ['*']}");
    try (PageClient page = page("group=g&clientId=tab", JsRpcDoorsTest::echo)) {
      assertThat(rpc.get("/execjs?group=g&code=return%201"))
          .hasToString(
              "{\"status\":\"200\",\"group\":\"g\",\"name\":\"tab\",\"data\":\"return 1\"}");
      assertThat(rpc.get("/page/cookie?group=g").path("data").asText()).contains("document.cookie");
      assertThat(rpc.get("/page/html?group=g").path("data").asText()).contains("outerHTML");
      assertThat(rpc.ask("GET", "/execjs?group=g", "").statusCode()).isEqualTo(400);
      assertThat(page.closeCode()).isZero();
    }
  }

  @Test
  void aPageThatDiesIsToldAtOnceAndKickedOnesAreGone() throws Exception {
    CompletableFuture<JsonNode> called = new CompletableFuture<>();
    try (PageClient page =
        PageClient.open(
            rpc.other("ws", "/ws?group=g&clientId=tab"),
            opened -> {},
            (from, message) -> {
              if (message.has("action")) {
                called.complete(message);
              }
            })) {
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> rpc.hub().get("/rpc/groups").body().contains("\"g\""));
      CompletableFuture<JsonNode> waiting =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return rpc.get("/go?group=g&action=any");
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      called.join();
      page.leave();
      assertThat(waiting.join().path("data").asText()).isEqualTo("rpc发送数据失败");
    }
    assertThat(rpc.ask("DELETE", "/kick?group=g", "").statusCode()).isEqualTo(400);
    assertThat(rpc.ask("DELETE", "/kick?group=g&clientId=x", "").statusCode()).isEqualTo(404);
    try (PageClient page = page("group=g&clientId=tab", JsRpcDoorsTest::echo)) {
      assertThat(rpc.ask("DELETE", "/kick?group=g&clientId=tab", "").body()).contains("已踢除");
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> page.closeCode() != 0);
    }
  }

  @Test
  void aTokenIsShownInThePagesAddressAndCallersShowTheHubs() throws Exception {
    rpc.close();
    String own = "a-token-for-the-pages";
    rpc = RpcHub.start(Hub.guarded(), "jsrpc: {port: 0, origins: ['*'], token: " + own + "}");
    assertThat(rpc.ask("GET", "/ws?group=g", "").statusCode()).isEqualTo(401);
    assertThat(rpc.ask("GET", "/ws?group=g&token=a-guess-of-a-length", "").statusCode())
        .isEqualTo(401);
    try (PageClient page =
        PageClient.open(
            rpc.other("ws", "/ws?group=g&token=" + own), opened -> {}, (from, message) -> {})) {
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !page.heard.isEmpty());
    }
    assertThat(rpc.ask("GET", "/list", "").statusCode()).isEqualTo(401);
    assertThat(rpc.ask("GET", "/list?token=" + own, "").statusCode()).isEqualTo(401);
    assertThat(rpc.ask("GET", "/list?token=" + Hub.TOKEN, "").statusCode()).isEqualTo(200);
  }
}
