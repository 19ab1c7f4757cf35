package io.github.danmuhub.server.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Selection;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.problem.Problem;
import io.github.danmuhub.server.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a client says on {@code /ws} and what it is answered. Each wrong message is answered with an
 * {@code error} and changes nothing.
 *
 * <pre>
 * {"op":"subscribe","rooms":["bilibili:1"],"types":["chat"],"after":CURSOR}   → subscribed
 * {"op":"unsubscribe","rooms":["bilibili:1"],"types":["chat"]}                → unsubscribed
 * {"op":"ping"}                                                               → pong
 * </pre>
 *
 * The first {@code subscribe} takes the place of what the address asked for; each further one adds.
 */
final class SocketSession {
  private final EventLog log;
  private final Reader reader;
  private final SocketSink sink;
  private final Subscriptions subscriptions;
  private final Map<String, Consumer<JsonNode>> operations;
  private boolean subscribed;

  SocketSession(EventLog log, Reader reader, SocketSink sink, Subscriptions subscriptions) {
    this.log = log;
    this.reader = reader;
    this.sink = sink;
    this.subscriptions = subscriptions;
    this.operations =
        Map.of(
            "subscribe", this::subscribe,
            "unsubscribe", this::unsubscribe,
            "ping", message -> sink.write(Json.message("pong")));
  }

  void hello() {
    sink.write(Json.message("hello").put("cursor", reader.cursor().toString()));
  }

  void onBinary(Buffer ignored) {
    error(new Problem(400, "bad-message", "send text: one JSON object in each message"));
  }

  void onText(String text) {
    try {
      JsonNode message = Json.object(text);
      Consumer<JsonNode> operation = operations.get(message.path("op").asText());
      if (operation == null) {
        throw ProblemException.bad("bad-message", "op is subscribe, unsubscribe or ping");
      }
      operation.accept(message);
    } catch (JsonProcessingException e) {
      error(new Problem(400, "bad-message", "send one JSON object in each message"));
    } catch (ProblemException e) {
      error(e.problem());
    }
  }

  private void subscribe(JsonNode message) {
    Selection selection = selection(message);
    boolean moves = message.hasNonNull("after");
    if (moves && !subscriptions.isEmpty()) {
      throw ProblemException.bad(
          "after-too-late", "after stands in the first subscribe only; unsubscribe before it");
    }
    long position = moves ? position(message) : log.last();
    boolean first = subscriptions.isEmpty();
    subscriptions.add(selection);
    if (moves || (subscribed && first)) {
      reader.moveTo(position);
    }
    subscribed = true;
    changed("subscribed");
  }

  private long position(JsonNode message) {
    return EventQuery.position(log, Json.text(message.path("after"), "after"));
  }

  /** Without rooms and types: of everything. */
  private void unsubscribe(JsonNode message) {
    boolean all = !message.has("rooms") && !message.has("types");
    Selection selection = selection(message);
    if (!all && !subscriptions.contains(selection)) {
      throw ProblemException.bad("not-subscribed", "unsubscribe names what a subscribe has named");
    }
    if (all) {
      subscriptions.clear();
    } else {
      subscriptions.remove(selection);
    }
    changed("unsubscribed");
  }

  private void changed(String answer) {
    reader.filter(subscriptions.filter());
    sink.write(
        Json.message(answer)
            .put("cursor", reader.cursor().toString())
            .put("subscriptions", subscriptions.size()));
    reader.pump();
  }

  /** The client has gone. */
  void end() {
    subscriptions.clear();
    reader.gone();
  }

  private static Selection selection(JsonNode message) {
    return EventQuery.selection(
        Json.texts(message.path("rooms"), "rooms"), Json.texts(message.path("types"), "types"));
  }

  private void error(Problem problem) {
    ObjectNode message = Json.message("error");
    sink.write(message.put("code", problem.name()).put("why", problem.detail()));
  }
}
