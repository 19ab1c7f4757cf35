package io.github.danmuhub.rpc.jsrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.server.door.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;

/** JsRpc's answers, in its words. */
final class JsRpcAnswers {
  static final int OK = 200;
  static final int BAD = 400;
  static final int NOT_FOUND = 404;

  static final String NO_GROUP = "需要传入group";
  static final String NO_CLIENT = "没有找到对应的group或clientId,请通过list接口查看现有的注入";
  static final String NO_ACTION_GIVEN = "请传入action来调用客户端方法";
  static final String NO_CODE = "请传入代码";
  static final String NO_ACTION = "action没找到";
  static final String TIMED_OUT = "获取结果超时 timeout";
  static final String GONE = "rpc发送数据失败";
  static final String KICK_WHOM = "group 和 clientId 参数必填";
  static final String NOBODY = "客户端不存在";
  static final String KICKED = "客户端已踢除";

  private JsRpcAnswers() {}

  /** {@code {"status":…,"data":…}}. */
  static void send(RoutingContext context, int status, String words) {
    send(context, status, json().put("status", status).put("data", words));
  }

  static void send(RoutingContext context, int status, ObjectNode json) {
    if (!context.response().ended() && !context.response().closed()) {
      Json.send(context.response(), status, json.toString());
    }
  }

  static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** What of an answer stands under {@code data}. */
  static String data(Answer answer) {
    if (answer instanceof Answer.Value value) {
      return text(value.json());
    }
    if (answer instanceof Answer.Bytes bytes) {
      return Base64.getEncoder().encodeToString(bytes.bytes().getBytes());
    }
    if (answer instanceof Answer.Failed failed) {
      return failed.name().isEmpty() ? failed.message() : failed.name() + ": " + failed.message();
    }
    return answer instanceof Answer.TimedOut ? TIMED_OUT : GONE;
  }

  private static String text(JsonNode json) {
    return json.isTextual() ? json.textValue() : json.toString();
  }
}
