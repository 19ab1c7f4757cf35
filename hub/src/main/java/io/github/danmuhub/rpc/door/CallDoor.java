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
  private final JobsDoor jobs;

  CallDoor(Desk desk, JobsDoor jobs) {
    this.desk = desk;
    this.jobs = jobs;
  }

  void handle(RoutingContext context) {
    CallRequest request = CallRequest.of(context);
    try {
      switch (request.way()) {
        case PLAIN -> plain(context, request);
        case STREAM -> stream(context, request);
        case JOB -> jobs.begin(context, caller -> call(request, caller));
      }
    } catch (RefusedException e) {
      refuse(context, e);
    }
  }

  private void plain(RoutingContext context, CallRequest request) throws RefusedException {
    Call call = call(request, (client, answer) -> Answers.send(context, client, answer));
    context.response().closeHandler(gone -> call.cancel());
  }

  private void stream(RoutingContext context, CallRequest request) throws RefusedException {
    StreamedAnswer answer = new StreamedAnswer(context);
    try {
      answer.began(call(request, answer));
    } catch (RefusedException e) {
      answer.refused();
      throw e;
    }
  }

  private Call call(CallRequest request, Caller caller) throws RefusedException {
    Order order = new Order(request.action(), request.argument(), request.timeoutMs(), caller);
    return desk.call(request.group(), request.choice(), order);
  }

  private static void refuse(RoutingContext context, RefusedException refused) {
    int status = refused.why().status();
    if (status == TOO_MANY) {
      context.response().putHeader("retry-after", "1");
    }
    Refusal.send(context, status, refused.why().code(), refused.words());
  }
}
