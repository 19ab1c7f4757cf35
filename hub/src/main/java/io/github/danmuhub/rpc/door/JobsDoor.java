package io.github.danmuhub.rpc.door;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.Call;
import io.github.danmuhub.rpc.call.Caller;
import io.github.danmuhub.rpc.call.Timers;
import io.github.danmuhub.rpc.client.LoopTimers;
import io.github.danmuhub.rpc.desk.RefusedException;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.door.Refusal;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/** {@code /rpc/jobs}: calls that nobody waits for; their answers are asked for later. */
final class JobsDoor {
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  private final Jobs jobs = new Jobs();

  /** How a call is made. */
  interface Maker {
    Call make(Caller caller) throws RefusedException;
  }

  /** Calls, and says where the answer will be. */
  void begin(RoutingContext context, Maker maker) throws RefusedException {
    Job job = jobs.open().orElse(null);
    if (job == null) {
      context.response().putHeader("retry-after", "1");
      Refusal.send(
          context, TOO_MANY, "too-many-jobs", "at most " + Jobs.MOST + " calls wait like this");
      return;
    }
    Timers timers = new LoopTimers(context.vertx());
    try {
      job.began(
          maker.make((client, answer) -> jobs.end(job, Job.Ended.of(client, answer), timers)));
    } catch (RefusedException e) {
      jobs.drop(job);
      throw e;
    }
    context.response().putHeader("location", "/rpc/jobs/" + job.id());
    waiting(context, job);
  }

  /** 202 while it waits; then what the call would have been answered with. */
  void get(RoutingContext context) {
    one(
        context,
        job -> {
          Job.Ended ended = job.ended();
          if (ended == null) {
            waiting(context, job);
          } else {
            Answers.send(context, ended.client(), ended.answer());
          }
        });
  }

  /** Takes it back, and forgets it. */
  void cancel(RoutingContext context) {
    one(
        context,
        job -> {
          if (job.ended() == null) {
            jobs.drop(job);
            job.cancel();
            context.response().setStatusCode(NO_CONTENT).end();
          } else {
            Refusal.send(context, CONFLICT, "job-ended", "it has its answer: GET tells it");
          }
        });
  }

  private void one(RoutingContext context, Consumer<Job> found) {
    jobs.find(requireNonNull(context.pathParam("id")))
        .ifPresentOrElse(
            found,
            () ->
                Refusal.send(
                    context,
                    NOT_FOUND,
                    "no-such-job",
                    "answers are kept for " + Jobs.KEPT_MS / 60_000 + " minutes"));
  }

  private static void waiting(RoutingContext context, Job job) {
    ObjectNode json = Json.message("job").put("id", job.id()).put("state", "waiting");
    Json.send(context.response(), ACCEPTED, json.toString());
  }
}
