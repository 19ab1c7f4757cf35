package io.github.danmuhub.rpc.sekiro;

import io.github.danmuhub.rpc.call.Answer;
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
import org.jspecify.annotations.Nullable;

/** Sekiro's callers: {@code /business/invoke}. */
final class SekiroCalls {
  private static final int LEAST_MS = 500;
  private static final long STANDARD_MS = 15_000;

  /** Below the idle time of the hub's connections. */
  private static final long MOST_MS = 80_000;

  private final Desk desk;

  SekiroCalls(Desk desk) {
    this.desk = desk;
  }

  void invoke(RoutingContext context) {
    Words words = Words.of(context);
    String group = words.text("group");
    String pinned = words.text("bindClient");
    Waiting caller = new Waiting(context);
    Order order = new Order(words.text("action"), Argument.of(words.all()), timeout(words), caller);
    try {
      Choice choice = new Choice(pinned.isBlank() ? null : pinned, false, null, Balance.TURNS);
      Call call = desk.call(group, choice, order);
      caller.call = call;
      context.response().closeHandler(gone -> call.cancel());
    } catch (RefusedException e) {
      refuse(context, group, words, e);
    }
  }

  private static long timeout(Words words) {
    String text = words.text("invoke_timeout");
    long ms = text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    return ms < LEAST_MS ? STANDARD_MS : Math.min(ms, MOST_MS);
  }

  private static void refuse(
      RoutingContext context, String group, Words words, RefusedException why) {
    switch (why.why()) {
      case NO_GROUP ->
          fail(
              context,
              SekiroAnswers.OK,
              group.isBlank() ? SekiroAnswers.NO_GROUP : SekiroAnswers.NOBODY);
      case NO_CLIENT ->
          fail(
              context,
              SekiroAnswers.OK,
              "no device found for clientId:" + words.text("bindClient"));
      case NO_ACTION ->
          fail(
              context, SekiroAnswers.OK, "no action handler: " + words.text("action") + " defined");
      case EVAL_OFF -> fail(context, why.why().status(), why.words());
      case FULL -> {
        context.response().putHeader("retry-after", "1");
        fail(context, why.why().status(), why.words());
      }
    }
  }

  private static void fail(RoutingContext context, int status, String words) {
    SekiroAnswers.send(context, status, SekiroAnswers.failure(words, 0));
  }

  /** Who waits; an error tells the number of its call. */
  private static final class Waiting implements Caller {
    private final RoutingContext context;
    private @Nullable Call call;

    Waiting(RoutingContext context) {
      this.context = context;
    }

    @Override
    public void answered(String client, Answer answer) {
      int number = call == null ? 0 : call.number();
      SekiroAnswers.send(context, SekiroAnswers.OK, SekiroAnswers.of(client, number, answer));
    }
  }
}
