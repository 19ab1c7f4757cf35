package io.github.danmuhub.rpc.sekiro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.server.door.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;

/** Sekiro's answers, in its words. */
final class SekiroAnswers {
  static final int OK = 200;
  static final int FAILED = -1;
  static final String NO_GROUP = "the param {group} not presented";
  static final String NOBODY = "pool queue empty";
  static final String TIMED_OUT = "timeout";
  static final String GONE = "sekiro upstream lose connection";

  private SekiroAnswers() {}

  static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** {@code {"status":-1,"message":…,"ok":false,"seq":…}}. */
  static ObjectNode failure(String message, int number) {
    return json().put("message", message).put("ok", false).put("seq", number).put("status", FAILED);
  }

  static void send(RoutingContext context, int status, ObjectNode json) {
    if (!context.response().ended() && !context.response().closed()) {
      Json.send(context.response(), status, json.toString());
    }
  }

  /** What became of a call. */
  static ObjectNode of(String client, int number, Answer answer) {
    if (answer instanceof Answer.Value value) {
      return whole(value.json()).put("clientId", client);
    }
    if (answer instanceof Answer.Bytes bytes) {
      String base64 = Base64.getEncoder().encodeToString(bytes.bytes().getBytes());
      return json().put("data", base64).put("status", 0).put("clientId", client);
    }
    if (answer instanceof Answer.Failed failed) {
      ObjectNode said =
          failed.whole() instanceof ObjectNode whole
              ? whole.deepCopy()
              : json().put("message", failed.message()).put("status", FAILED);
      return said.put("clientId", client);
    }
    String why = answer instanceof Answer.TimedOut ? TIMED_OUT : GONE;
    return failure(why, number).put("clientId", client);
  }

  /** Its pages send objects as they are, and put the rest under {@code data}. */
  private static ObjectNode whole(JsonNode value) {
    ObjectNode whole = value instanceof ObjectNode object ? object.deepCopy() : json();
    if (!value.isObject()) {
      whole.set("data", value);
    }
    return whole.has("status") || whole.has("code") ? whole : whole.put("status", 0);
  }
}
