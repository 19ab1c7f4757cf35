package io.github.danmuhub.device.obs;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * OBS's side of obs-websocket 5, strict: who does not identify himself first, or by another
 * password, is closed with its codes; a scene or a source that it does not have is not found.
 */
final class FakeObs implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SALT = "c2FsdA==";
  private static final String CHALLENGE = "Y2hhbGxlbmdl";
  private static final short NOT_IDENTIFIED = 4007;
  private static final short WRONG_PASSWORD = 4009;
  private static final short WRONG_VERSION = 4010;

  /** By scene, its sources with their ids there. */
  private static final Map<String, Map<String, Integer>> SCENES =
      Map.of("party", Map.of("lights", 7), "calm", Map.of("lights", 3));

  /** What was done, in order. */
  final List<String> done = new CopyOnWriteArrayList<>();

  final AtomicInteger connections = new AtomicInteger();
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final String password;

  private FakeObs(String password) throws Exception {
    this.password = password;
    this.server =
        vertx
            .createHttpServer()
            .webSocketHandler(this::join)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, SECONDS);
  }

  static FakeObs start(String password) throws Exception {
    return new FakeObs(password);
  }

  int port() {
    return server.actualPort();
  }

  private void join(ServerWebSocket socket) {
    connections.incrementAndGet();
    boolean[] identified = {false};
    socket.textMessageHandler(
        text -> {
          JsonNode message = read(text);
          if (identified[0]) {
            request(socket, message);
          } else {
            identified[0] = identify(socket, message);
          }
        });
    say(
        socket,
        """
        {"op":0,"d":{"obsWebSocketVersion":"5.5.4","rpcVersion":1,\
        "authentication":{"challenge":"%s","salt":"%s"}}}"""
            .formatted(CHALLENGE, SALT));
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(ServerWebSocket socket, String text) {
    var unused = socket.writeTextMessage(text);
  }

  private boolean identify(ServerWebSocket socket, JsonNode message) {
    short refusal = refusal(message);
    if (refusal != 0) {
      var unused = socket.close(refusal, "no");
      return false;
    }
    say(socket, "{\"op\":2,\"d\":{\"negotiatedRpcVersion\":1}}");
    return true;
  }

  private short refusal(JsonNode message) {
    if (message.path("op").asInt() != 1) {
      return NOT_IDENTIFIED;
    }
    if (message.at("/d/rpcVersion").asInt() != 1) {
      return WRONG_VERSION;
    }
    String expected = hash(hash(password + SALT) + CHALLENGE);
    return message.at("/d/authentication").asText().equals(expected) ? 0 : WRONG_PASSWORD;
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void request(ServerWebSocket socket, JsonNode message) {
    JsonNode d = message.path("d");
    String type = d.path("requestType").asText();
    String id = d.path("requestId").asText();
    JsonNode data = d.path("requestData");
    String scene = data.path("sceneName").asText();
    if (Set.of("SetCurrentProgramScene", "GetSceneItemId", "SetSceneItemEnabled").contains(type)
        && !SCENES.containsKey(scene)) {
      answer(socket, type, id, 600, "No source was found by the name of the scene.", "{}");
      return;
    }
    switch (type) {
      case "GetSceneItemId" -> item(socket, id, data, SCENES.getOrDefault(scene, Map.of()));
      case "SetCurrentProgramScene", "SetSceneItemEnabled", "SetInputSettings" -> {
        done.add(type + " " + data);
        answer(socket, type, id, 100, "", "{}");
      }
      default -> answer(socket, type, id, 204, "The request type is not valid.", "{}");
    }
  }

  private static void item(
      ServerWebSocket socket, String id, JsonNode data, Map<String, Integer> scene) {
    int item = scene.getOrDefault(data.path("sourceName").asText(), 0);
    if (item == 0) {
      answer(socket, "GetSceneItemId", id, 600, "No scene items were found.", "{}");
    } else {
      answer(socket, "GetSceneItemId", id, 100, "", "{\"sceneItemId\":" + item + "}");
    }
  }

  private static void answer(
      ServerWebSocket socket, String type, String id, int code, String comment, String data) {
    say(
        socket,
        """
        {"op":7,"d":{"requestType":"%s","requestId":"%s","requestStatus":\
        {"result":%b,"code":%d,"comment":"%s"},"responseData":%s}}"""
            .formatted(type, id, code == 100, code, comment, data));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
