package io.github.danmuhub.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.feed.decode.JsonText;
import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.feed.spec.Request;
import io.github.danmuhub.platform.Asker;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.http.Cookies;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.MalformedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The HTTP before the messages: step by step, each with what those before it found. */
final class FeedLookup {
  private static final int OK = 200;
  private static final int DETAIL = 300;
  private static final int FORBIDDEN = 403;
  private static final int BLOCKED = 412;
  private static final int TOO_MANY = 429;

  private final FeedSpec spec;
  private final Values values;
  private final Asker http;

  FeedLookup(FeedSpec spec, Values values, Asker http) {
    this.spec = spec;
    this.values = values;
    this.http = http;
  }

  /** Done, with all that is taken in {@code values}; fails in words that name the step. */
  CompletionStage<@Nullable Void> run() {
    values.forgetCookies();
    CompletionStage<@Nullable Void> done = CompletableFuture.completedStage(null);
    for (Request step : spec.lookup()) {
      done = done.thenCompose(unused -> ask(step));
    }
    return done;
  }

  private CompletionStage<@Nullable Void> ask(Request step) {
    return http.http(step.fill(values))
        .thenApply(
            reply -> {
              values.add(Cookies.setBy(reply));
              take(step, reply, values);
              return null;
            });
  }

  /** Takes out of an answer what the step wants. */
  private void take(Request step, HttpReply reply, Values into) {
    if (reply.status() != OK) {
      throw new CompletionException(new LookupException(refused(spec.id(), step, reply)));
    }
    if (step.take().isEmpty()) {
      return;
    }
    JsonNode answer = json(step, reply);
    step.take().forEach((name, path) -> into.put(name, found(step, path, answer)));
  }

  private String found(Request step, JsonPath path, JsonNode answer) {
    return path.text(answer).orElseThrow(() -> failed(step, "the answer has nothing at " + path));
  }

  private JsonNode json(Request step, HttpReply reply) {
    try {
      return JsonText.read(reply.body().toBytes());
    } catch (MalformedException e) {
      throw failed(step, "the answer is " + e.why());
    }
  }

  private CompletionException failed(Request step, String why) {
    return new CompletionException(
        LookupException.again(0, "%s, %s: %s".formatted(spec.id(), step.words(), why)));
  }

  /** What a refusal means for what comes next. */
  static Setback refused(String id, Request step, HttpReply reply) {
    String said = "%s, %s: HTTP %d%s".formatted(id, step.words(), reply.status(), detail(reply));
    return switch (reply.status()) {
      case FORBIDDEN, BLOCKED, TOO_MANY ->
          Setback.blocked(reply.status(), said, reply.retryAfterMs());
      case 0 -> Setback.again(0, "%s, %s: no answer: %s".formatted(id, step.words(), reply.text()));
      default -> Setback.again(reply.status(), said);
    };
  }

  /** What a refusal says in words (RFC 9457), as that of a hub's {@code /rpc} does. */
  private static String detail(HttpReply reply) {
    String type = reply.headers().first("content-type").orElse("");
    try {
      String detail =
          type.startsWith("application/problem+json")
              ? JsonText.read(reply.body().toBytes()).path("detail").asText()
              : "";
      return detail.isEmpty() ? "" : ": " + detail.substring(0, Math.min(DETAIL, detail.length()));
    } catch (MalformedException e) {
      return "";
    }
  }
}
