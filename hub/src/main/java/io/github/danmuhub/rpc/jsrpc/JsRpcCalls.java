package io.github.danmuhub.rpc.jsrpc;

import io.github.danmuhub.rpc.call.Argument;
import io.github.danmuhub.rpc.call.Call;
import io.github.danmuhub.rpc.call.Caller;
import io.github.danmuhub.rpc.call.Order;
import io.github.danmuhub.rpc.desk.Choice;
import io.github.danmuhub.rpc.desk.Choice.Balance;
import io.github.danmuhub.rpc.desk.Desk;
import io.github.danmuhub.rpc.desk.RefusedException;
import io.github.danmuhub.rpc.dialect.Words;
import io.vertx.ext.web.RoutingContext;

/** JsRpc's callers: {@code /go}, {@code /execjs} and {@code /page/…}. */
final class JsRpcCalls {
  private static final long TIMEOUT_MS = 30_000;

  private final Desk desk;

  JsRpcCalls(Desk desk) {
    this.desk = desk;
  }

  void go(RoutingContext context) {
    Words words = Words.of(context);
    if (words.text("action").isEmpty()) {
      JsRpcAnswers.send(context, JsRpcAnswers.OK, JsRpcAnswers.NO_ACTION_GIVEN);
    } else {
      call(context, words, words.text("action"), words.text("param"), Form.GO);
    }
  }

  void execute(RoutingContext context) {
    Words words = Words.of(context);
    if (desk.eval() && words.text("code").isEmpty()) {
      JsRpcAnswers.send(context, JsRpcAnswers.BAD, JsRpcAnswers.NO_CODE);
    } else {
      call(context, words, Desk.EVAL, words.text("code"), Form.EXECUTE);
    }
  }

  void cookie(RoutingContext context) {
    call(context, Words.of(context), Desk.EVAL, "return document.cookie", Form.GO);
  }

  void html(RoutingContext context) {
    String code = "return document.documentElement.outerHTML";
    call(context, Words.of(context), Desk.EVAL, code, Form.GO);
  }

  /** Its two forms of an answer. */
  private enum Form {
    GO,
    EXECUTE
  }

  private void call(RoutingContext context, Words words, String action, String param, Form form) {
    String group = words.text("group");
    if (group.isEmpty() && (!action.equals(Desk.EVAL) || desk.eval())) {
      JsRpcAnswers.send(context, JsRpcAnswers.BAD, JsRpcAnswers.NO_GROUP);
      return;
    }
    Argument argument = param.isEmpty() ? Argument.NONE : Argument.written(param);
    Caller caller =
        (client, answer) -> answer(context, group, client, JsRpcAnswers.data(answer), form);
    try {
      Order order = new Order(action, argument, TIMEOUT_MS, caller);
      Call call = desk.call(group, choice(words), order);
      context.response().closeHandler(gone -> call.cancel());
    } catch (RefusedException e) {
      refuse(context, group, words.text("clientId"), e, form);
    }
  }

  private static Choice choice(Words words) {
    String client = words.text("clientId");
    boolean fuzzy = words.text("fuzzy").matches("1|t|T|true|TRUE|True");
    return new Choice(client.isEmpty() ? null : client, fuzzy, null, Balance.TURNS);
  }

  private static void answer(
      RoutingContext context, String group, String client, String data, Form form) {
    var json = JsRpcAnswers.json();
    if (form == Form.GO) {
      json.put("status", JsRpcAnswers.OK).put("group", group).put("clientId", client);
    } else {
      json.put("status", "" + JsRpcAnswers.OK).put("group", group).put("name", client);
    }
    JsRpcAnswers.send(context, JsRpcAnswers.OK, json.put("data", data));
  }

  private static void refuse(
      RoutingContext context, String group, String client, RefusedException why, Form form) {
    switch (why.why()) {
      case NO_ACTION -> answer(context, group, client, JsRpcAnswers.NO_ACTION, form);
      case NO_GROUP, NO_CLIENT ->
          JsRpcAnswers.send(context, JsRpcAnswers.BAD, JsRpcAnswers.NO_CLIENT);
      case EVAL_OFF -> JsRpcAnswers.send(context, why.why().status(), why.words());
      case FULL -> {
        context.response().putHeader("retry-after", "1");
        JsRpcAnswers.send(context, why.why().status(), why.words());
      }
    }
  }
}
