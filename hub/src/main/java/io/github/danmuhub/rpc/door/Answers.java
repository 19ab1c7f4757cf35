package io.github.danmuhub.rpc.door;

import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.server.door.Refusal;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** What became of a call, as HTTP says it. */
final class Answers {
  static final String CLIENT = "danmu-client";
  static final int OK = 200;
  private static final int BAD_GATEWAY = 502;
  private static final int TOO_LATE = 504;

  private Answers() {}

  /** Answers the request, where its caller is there yet. */
  static void send(RoutingContext context, String client, Answer answer) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.putHeader(CLIENT, header(client)).putHeader("cache-control", "no-store");
    if (answer instanceof Answer.Value value) {
      response.putHeader("content-type", "application/json").end(value.json().toString());
    } else if (answer instanceof Answer.Bytes bytes) {
      response.putHeader("content-type", "application/octet-stream").end(bytes.bytes());
    } else {
      Problem problem = Problem.of(answer);
      Refusal.send(context, problem.status, problem.code, problem.words);
    }
  }

  /** A header takes no other characters. */
  private static String header(String id) {
    return id.replaceAll("[^!-~]", "_");
  }

  /** Of an answer that is none. */
  record Problem(int status, String code, String words) {
    static Problem of(Answer answer) {
      if (answer instanceof Answer.Failed failed) {
        String name = failed.name().isEmpty() ? "" : failed.name() + ": ";
        return new Problem(BAD_GATEWAY, "page-failed", "the page says: " + name + failed.message());
      }
      if (answer instanceof Answer.TimedOut late) {
        return new Problem(
            TOO_LATE, "page-too-slow", "the page did not answer within " + late.ms() + " ms");
      }
      String why = answer instanceof Answer.Gone gone ? gone.why() : "nobody waits for it any more";
      return new Problem(BAD_GATEWAY, "page-gone", why);
    }
  }
}
