package io.github.danmuhub.rpc.tab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.rpc.call.Argument;
import io.github.danmuhub.rpc.call.CallJson;
import io.github.danmuhub.rpc.call.Order;
import io.github.danmuhub.rpc.call.Parting;
import io.github.danmuhub.rpc.call.Wire;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/**
 * How a tab is spoken to.
 *
 * @param most characters of an answer: the page keeps to it by itself, if it is honest
 * @param answered takes an answer, on any thread
 */
record TabWire(Page page, int most, BiConsumer<Integer, Answer> answered) implements Wire {
  @Override
  public String name() {
    return "browser";
  }

  /** What is evaluated at once is bounded by the calls that wait. */
  @Override
  public boolean isFull() {
    return false;
  }

  @Override
  public void call(int number, Order order) {
    String run =
        "danmuRpcRun(%d, %s, %s)"
            .formatted(number, literal(order.action()), literal(order.argument()));
    var unused =
        page.evaluate(run)
            .whenComplete(
                (value, failure) ->
                    answered.accept(number, failure == null ? answer(value) : gone(failure)));
  }

  /** As the page parses it: written into a script, {@code __proto__} would mean something else. */
  private static String literal(Argument argument) {
    Buffer bytes = argument.bytes();
    return bytes == null
        ? "JSON.parse(" + literal(argument.json().toString()) + ")"
        : "danmuRpcBytes(" + literal(Base64.getEncoder().encodeToString(bytes.getBytes())) + ")";
  }

  private static String literal(String text) {
    return TextNode.valueOf(text).toString();
  }

  private Answer answer(JsonNode said) {
    if (said.path("value").asText().length() > most
        || said.path("bytes").asText().length() / 4 * 3L > most) {
      return new Answer.Failed("RangeError", "larger than the hub takes: " + most + " bytes", null);
    }
    try {
      if (said.has("bytes")) {
        byte[] bytes = Base64.getDecoder().decode(said.path("bytes").asText());
        return new Answer.Bytes(Buffer.buffer(bytes));
      }
      return said.has("value")
          ? new Answer.Value(CallJson.read(said.path("value").asText()))
          : new Answer.Failed(said.path("name").asText(), said.path("message").asText(), null);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return new Answer.Failed("", "it answers what is no answer", null);
    }
  }

  private static Answer gone(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new Answer.Gone(String.valueOf(cause.getMessage()));
  }

  @Override
  public void cancel(int number) {
    var unused = page.evaluate("danmuRpcCancel(" + number + ")");
  }

  /** The tab stays open: it may be the user's. */
  @Override
  public void close(Parting why) {}
}
