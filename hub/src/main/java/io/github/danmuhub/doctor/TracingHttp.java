package io.github.danmuhub.doctor;

import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Loop;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tells every request and its answer, without the query: tokens stand there. */
final class TracingHttp implements Http {
  private final Http http;
  private final Loop loop;
  private final Walk walk;

  TracingHttp(Http http, Loop loop, Walk walk) {
    this.http = http;
    this.loop = loop;
    this.walk = walk;
  }

  @Override
  public CompletionStage<HttpReply> send(HttpCall call) {
    long began = loop.ticks();
    String what = call.method() + " " + call.uri().getHost() + call.uri().getPath();
    return http.send(call).whenComplete((reply, failure) -> tell(what, began, reply, failure));
  }

  private void tell(
      String what, long began, @Nullable HttpReply reply, @Nullable Throwable failure) {
    if (reply == null) {
      walk.step(what, Step.Outcome.FAILED, "no answer: " + Walk.words(failure), began);
      return;
    }
    Step.Outcome outcome = reply.status() < 400 ? Step.Outcome.OK : Step.Outcome.FAILED;
    walk.step(
        what, outcome, "HTTP " + reply.status() + ", " + reply.body().size() + " bytes", began);
  }
}
