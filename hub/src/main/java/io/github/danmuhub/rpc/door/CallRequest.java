package io.github.danmuhub.rpc.door;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.danmuhub.rpc.call.Argument;
import io.github.danmuhub.rpc.call.CallJson;
import io.github.danmuhub.rpc.desk.Choice;
import io.github.danmuhub.rpc.desk.Choice.Balance;
import io.github.danmuhub.server.door.Json;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants called.
 *
 * @param way how it wants the answer
 */
record CallRequest(
    String group, String action, Choice choice, Argument argument, long timeoutMs, Way way) {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)");
  private static final long STANDARD_MS = 30_000;

  /** How the answer comes, and how long a page may take for it. */
  enum Way {
    /** Below the idle time of the hub's connections. */
    PLAIN(60_000),
    STREAM(3_600_000),
    JOB(3_600_000);

    private final long mostMs;

    Way(long mostMs) {
      this.mostMs = mostMs;
    }
  }

  /** Throws a refusal where it makes no sense. */
  static CallRequest of(RoutingContext context) {
    MultiMap query = context.queryParams();
    Way way = way(context, query);
    return new CallRequest(
        requireNonNull(context.pathParam("group")),
        requireNonNull(context.pathParam("action")),
        choice(query),
        argument(context),
        timeout(query.get("timeout"), way),
        way);
  }

  private static Way way(RoutingContext context, MultiMap query) {
    String accept = context.request().getHeader("accept");
    boolean stream = accept != null && accept.contains("text/event-stream");
    if (query.contains("async")) {
      return Way.JOB;
    }
    return stream ? Way.STREAM : Way.PLAIN;
  }

  private static Choice choice(MultiMap query) {
    String by = query.get("balance");
    Balance balance = by == null || by.equals("turns") ? Balance.TURNS : Balance.BUSY;
    if (by != null && !by.matches("turns|busy")) {
      throw bad("bad-balance", "balance is turns or busy");
    }
    return new Choice(query.get("client"), false, query.get("key"), balance);
  }

  private static long timeout(@Nullable String text, Way way) {
    if (text == null) {
      return STANDARD_MS;
    }
    Matcher time = TIME.matcher(text);
    long ms = time.matches() ? Long.parseLong(time.group(1)) * unit(time.group(2)) : 0;
    if (ms < 1 || ms > way.mostMs) {
      throw bad(
          "bad-timeout",
          "timeout is a time such as 5s or 500ms, at most 60s; with async, or as a stream, 60m");
    }
    return ms;
  }

  private static long unit(String unit) {
    return switch (unit) {
      case "ms" -> 1;
      case "s" -> 1_000;
      default -> 60_000;
    };
  }

  private static Argument argument(RoutingContext context) {
    String type = context.request().getHeader("content-type");
    Buffer body = context.body().buffer();
    if (body == null || body.length() == 0) {
      return Argument.NONE;
    }
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith("application/octet-stream")) {
      return Argument.of(body);
    }
    try {
      return Argument.of(CallJson.read(body.toString()));
    } catch (JsonProcessingException e) {
      throw bad("bad-body", "send what the function takes as JSON, or bytes as octet-stream");
    }
  }

  private static RuntimeException bad(String name, String words) {
    return Json.refusal(400, name, words);
  }
}
