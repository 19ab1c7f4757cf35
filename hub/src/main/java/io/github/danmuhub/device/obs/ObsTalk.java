package io.github.danmuhub.device.obs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.text.Phrase;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One conversation with OBS, pure: texts come in, texts go out. Nothing is asked before OBS has
 * identified us, and of what is asked at most {@value #OPEN} wait for an answer. One thread.
 */
final class ObsTalk {
  private static final int OPEN = 32;
  private static final int HELLO = 0;
  private static final int IDENTIFY = 1;
  private static final int IDENTIFIED = 2;
  private static final int REQUEST = 6;
  private static final int RESPONSE = 7;
  private static final JsonMapper JSON = new JsonMapper();

  /** What came of a request. */
  record Answer(boolean ok, Phrase words, JsonNode data) {
    static Answer no(Phrase words) {
      return new Answer(false, words, JsonNodeFactory.instance.objectNode());
    }
  }

  private final ObsPassword password;
  private final Consumer<String> out;
  private final Map<String, Consumer<Answer>> open = new HashMap<>();
  private boolean identified;
  private int asked;

  ObsTalk(ObsPassword password, Consumer<String> out) {
    this.password = password;
    this.out = out;
  }

  boolean isReady() {
    return identified && open.size() < OPEN;
  }

  void heard(String text) {
    try {
      JsonNode message = JSON.readTree(text);
      JsonNode data = message.path("d");
      switch (message.path("op").asInt(-1)) {
        case HELLO -> identify(data.path("authentication"));
        case IDENTIFIED -> identified = true;
        case RESPONSE -> answered(data);
        default -> {} // events, which nobody asked for
      }
    } catch (JsonProcessingException e) {
      // not OBS, or not its JSON: it never identifies us then
    }
  }

  private void identify(JsonNode asked) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("rpcVersion", 1);
    data.put("eventSubscriptions", 0);
    if (asked.isObject()) {
      data.put(
          "authentication",
          password.answer(asked.path("salt").asText(), asked.path("challenge").asText()));
    }
    say(IDENTIFY, data);
  }

  private void answered(JsonNode data) {
    Consumer<Answer> waiting = open.remove(data.path("requestId").asText());
    if (waiting != null) {
      JsonNode status = data.path("requestStatus");
      waiting.accept(
          new Answer(status.path("result").asBoolean(), words(status), data.path("responseData")));
    }
  }

  private static Phrase words(JsonNode status) {
    String comment = status.path("comment").asText();
    return comment.isEmpty()
        ? Phrase.of("obs.refused", status.path("code").asInt())
        : Phrase.of("obs.says", comment);
  }

  /** Asks for it; {@code answer} is told once, at the latest when the conversation ends. */
  void ask(String type, ObjectNode what, Consumer<Answer> answer) {
    if (!isReady()) {
      answer.accept(Answer.no(Phrase.of("obs.not-ready")));
      return;
    }
    String id = Integer.toString(++asked);
    open.put(id, answer);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("requestType", type).put("requestId", id).set("requestData", what);
    say(REQUEST, data);
  }

  private void say(int op, ObjectNode data) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("op", op);
    message.set("d", data);
    out.accept(message.toString());
  }

  void ended() {
    identified = false;
    open.values().forEach(waiting -> waiting.accept(Answer.no(Phrase.of("obs.away"))));
    open.clear();
  }
}
