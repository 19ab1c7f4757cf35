package io.github.danmuhub.rpc.door;

import io.github.danmuhub.rpc.call.Call;
import io.github.danmuhub.rpc.call.Caller;
import io.github.danmuhub.rpc.call.Order;
import io.github.danmuhub.rpc.desk.Desk;
import io.github.danmuhub.rpc.desk.RefusedException;
import io.github.danmuhub.server.door.Refusal;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /rpc/GROUP/ACTION}: calls a function of a page, and answers as it does. */
final class CallDoor {
  private static final int TOO_MANY = 429;

  private final Desk desk;

  CallDoor(Desk desk) {
    this.desk = desk;
  }

  void handle(RoutingContext context) {
    plain(context, CallRequest.of(context));
  }

  private void plain(RoutingContext context, CallRequest request) {
    Caller caller = (client, answer) -> Answers.send(context, client, answer);
    try {
      Call call = call(request, caller);
      context.response().closeHandler(gone -> call.cancel());
    } catch (RefusedException e) {
      refuse(context, e);
    }
  }

  private Call call(CallRequest request, Caller caller) throws RefusedException {
    Order order = new Order(request.action(), request.argument(), request.timeoutMs(), caller);
    return desk.call(request.group(), request.choice(), order);
  }

  static void refuse(RoutingContext context, RefusedException refused) {
    int status = refused.why().status();
    if (status == TOO_MANY) {
      context.response().putHeader("retry-after", "1");
    }
    Refusal.send(context, status, refused.why().code(), refused.words());
  }
}
