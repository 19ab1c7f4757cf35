package io.github.danmuhub.browser.frames;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.danmuhub.browser.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * The sockets that a running page or worker has, as it has them: where they go, and for a while
 * what they hear. In every document of it. On the link's loop.
 */
final class LiveSockets {
  private static final JsonMapper JSON = new JsonMapper();

  /** The one that all sockets have, whatever stands in for the page's own. */
  private static final String PROTOTYPE =
      """
      (() => {
        let at = WebSocket.prototype;
        const up = Object.getPrototypeOf;
        while (up(at) && up(at) !== EventTarget.prototype) at = up(at);
        return at;
      })()
      """;

  /** The one that is meant where none is named. */
  private static final int ONLY = 0;

  private static final String SCRIPT = Scripts.read("live.js");

  private final Target target;
  private final String binding = "_" + UUID.randomUUID().toString().replace("-", "");
  private final long forMs;
  private final Set<Integer> contexts = new LinkedHashSet<>();
  private final BiConsumer<String, String> told;

  /**
   * @param forMs for so long it is told what they hear
   * @param told a socket's name, and the {@link Content} that it has heard
   */
  LiveSockets(Target target, long forMs, BiConsumer<String, String> told) {
    this.target = target;
    this.forMs = forMs;
    this.told = told;
  }

  /**
   * Asks.
   *
   * @param found a socket's name, and its URL
   * @return completes when all are found that can be, with whether all were asked; never fails
   */
  CompletionStage<Boolean> ask(BiConsumer<String, String> found) {
    target.listen(this::on);
    return target
        .call("Runtime.enable", Map.of())
        .thenCompose(unused -> target.call("Runtime.addBinding", Map.of("name", binding)))
        .thenCompose(
            unused ->
                CompletableFuture.allOf(
                    contexts().stream()
                        .map(context -> ask(context, found).toCompletableFuture())
                        .toArray(CompletableFuture[]::new)))
        .handle((unused, gone) -> gone == null);
  }

  /** A worker has one, and may tell of it later. */
  private Set<Integer> contexts() {
    return target.hasDocuments() ? contexts : Set.of(ONLY);
  }

  private void on(String method, JsonNode event) {
    if (method.equals("Runtime.executionContextCreated")) {
      JsonNode context = event.path("context");
      if (context.path("auxData").path("isDefault").asBoolean(true)) {
        contexts.add(context.path("id").asInt());
      }
    } else if (method.equals("Runtime.bindingCalled")
        && event.path("name").asText().equals(binding)) {
      hear(event.path("payload").asText());
    }
  }

  private void hear(String payload) {
    try {
      JsonNode said = JSON.readTree(payload);
      told.accept(said.path("socket").asText(), said.path("content").asText());
    } catch (JsonProcessingException e) {
      return; // no script of ours said that
    }
  }

  private CompletionStage<Boolean> ask(int context, BiConsumer<String, String> found) {
    Map<String, Object> prototype =
        context == ONLY
            ? Map.of("expression", PROTOTYPE)
            : Map.of("expression", PROTOTYPE, "contextId", context);
    return target
        .call("Runtime.evaluate", prototype)
        .thenCompose(
            answer ->
                target.call(
                    "Runtime.queryObjects", Map.of("prototypeObjectId", id(answer, "result"))))
        .thenCompose(answer -> target.call("Runtime.callFunctionOn", look(context, answer)))
        .thenAccept(
            answer -> {
              int i = 0;
              for (JsonNode url : answer.path("result").path("value")) {
                found.accept(context + " " + i++, url.asText());
              }
            })
        .handle((unused, gone) -> gone == null);
  }

  private Map<String, Object> look(int context, JsonNode objects) {
    return Map.of(
        "objectId",
        id(objects, "objects"),
        "functionDeclaration",
        SCRIPT,
        "arguments",
        List.of(Map.of("value", context), Map.of("value", binding), Map.of("value", forMs)),
        "returnByValue",
        true);
  }

  private static String id(JsonNode answer, String what) {
    return answer.path(what).path("objectId").asText();
  }
}
