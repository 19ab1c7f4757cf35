package io.github.danmuhub.rpc.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.rpc.call.CallJson;
import io.github.danmuhub.rpc.call.Tallies.Of;
import io.github.danmuhub.rpc.client.RpcClient;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One page's socket, from its hello to its end. What is wrong in it is answered in words. */
final class PageSession {
  private final PageDoor door;
  private final PageWire wire;
  private final Consumer<Hello> greeted;
  private final Emits.Mouth mouth;
  private final Map<String, Consumer<JsonNode>> operations =
      Map.of(
          "hello", this::hello,
          "actions", this::actions,
          "result", this::result,
          "part", this::part,
          "failed", this::failed,
          "emit", this::emit,
          "ping", message -> this.pong());

  private @Nullable RpcClient client;

  /**
   * @param greeted judges the first hello, and calls {@link #isIn} where it is welcome
   */
  PageSession(PageDoor door, PageWire wire, Consumer<Hello> greeted, Emits.Mouth mouth) {
    this.door = door;
    this.wire = wire;
    this.greeted = greeted;
    this.mouth = mouth;
  }

  boolean isGreeted() {
    return client != null;
  }

  /** It is welcome. */
  void isIn(RpcClient registered) {
    client = registered;
  }

  private void pong() {
    wire.pong();
  }

  void onText(String text) {
    try {
      JsonNode message = CallJson.read(text);
      String op = message.path("op").asText();
      Consumer<JsonNode> operation = operations.get(op);
      if (operation == null) {
        broken("op is one of hello, actions, result, part, failed, emit and ping");
      } else if (client == null && !op.equals("hello") && !op.equals("ping")) {
        broken("say hello first");
      } else {
        operation.accept(message);
      }
    } catch (JsonProcessingException e) {
      broken("send one JSON object in each message");
    }
  }

  void onBinary(Buffer bytes) {
    Optional<BinaryMessage> message = BinaryMessage.decode(bytes);
    if (client == null || message.isEmpty()) {
      broken("bytes stand behind a JSON object and its length");
    } else if (message.get().head().path("op").asText().equals("result")) {
      int call = message.get().head().path("call").asInt();
      client.calls().answer(call, new Answer.Bytes(message.get().bytes()));
    } else {
      broken("bytes are the result of a call");
    }
  }

  private void broken(String why) {
    door.tallies().count(Of.BROKEN);
    wire.error("bad-message", why);
  }

  private void hello(JsonNode message) {
    Optional<Hello> hello = Hello.read(message);
    if (client != null) {
      broken("hello is said once; send actions to change what the page offers");
    } else if (hello.isEmpty()) {
      broken(
          "hello names a group and, where it likes, an id and actions; names have 1 to 128 characters");
    } else {
      greeted.accept(hello.get());
    }
  }

  private void actions(JsonNode message) {
    Hello.actions(message)
        .ifPresentOrElse(
            names -> known().offer(names),
            () -> broken("actions is an array of at most 1,024 names"));
  }

  private void result(JsonNode message) {
    JsonNode value = message.has("value") ? message.path("value") : NullNode.instance;
    known().calls().answer(message.path("call").asInt(), new Answer.Value(value));
  }

  private void part(JsonNode message) {
    JsonNode value = message.has("value") ? message.path("value") : NullNode.instance;
    known().calls().part(message.path("call").asInt(), value);
  }

  private void failed(JsonNode message) {
    String name = message.path("name").asText();
    String words = message.path("message").asText();
    known().calls().answer(message.path("call").asInt(), new Answer.Failed(name, words, null));
  }

  private void emit(JsonNode message) {
    JsonNode value = message.has("value") ? message.path("value") : NullNode.instance;
    mouth.say(message.path("topic").asText(), value, why -> wire.error("not-sent", why));
  }

  private RpcClient known() {
    if (client == null) {
      throw new IllegalStateException("only hello and ping come before the hello");
    }
    return client;
  }

  void drained() {
    if (client != null) {
      client.calls().pump();
    }
  }

  void end() {
    if (client != null) {
      door.clients().gone(client, "the page has gone");
    }
  }
}
