package io.github.danmuhub.rpc.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.rpc.call.Call;
import io.github.danmuhub.rpc.call.Caller;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.door.Outflow;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * An answer as Server-Sent Events: {@code part} for each part, then one {@code end}, {@code bytes}
 * (in Base64) or {@code error}. A caller that leaves {@value #WAITING} characters unread loses the
 * call. On the loop only.
 */
final class StreamedAnswer implements Caller {
  private static final int WAITING = 4 << 20;
  private static final long HEARTBEAT_MS = 15_000;

  private final HttpServerResponse response;
  private final Outflow outflow;
  private final Runnable noHeartbeat;
  private final Deque<String> waiting = new ArrayDeque<>();
  private int waitingLength;
  private boolean ended;
  private @Nullable Call call;

  StreamedAnswer(RoutingContext context) {
    response = context.response();
    ConnectionBase connection = (ConnectionBase) context.request().connection();
    outflow = Outflow.of(connection, context.vertx().getOrCreateContext(), this::pump);
    long timer = context.vertx().setPeriodic(HEARTBEAT_MS, due -> write(": heartbeat\n\n"));
    noHeartbeat = () -> context.vertx().cancelTimer(timer);
  }

  /** The call is made: the stream begins, and lasts as long as its caller. */
  void began(Call made) {
    call = made;
    response.setChunked(true).putHeader("content-type", "text/event-stream");
    response.putHeader("cache-control", "no-store").putHeader("x-accel-buffering", "no");
    response.closeHandler(gone -> left());
    write(": welcome\n\n");
  }

  /** The call is not made. */
  void refused() {
    noHeartbeat.run();
  }

  private void left() {
    noHeartbeat.run();
    if (call != null) {
      call.cancel();
    }
  }

  @Override
  public boolean takes(JsonNode part) {
    if (waitingLength > WAITING) {
      left();
      return false;
    }
    write(event("part", part.toString()));
    return true;
  }

  @Override
  public void answered(String client, Answer answer) {
    write(event(answer));
    ended = true;
    noHeartbeat.run();
    pump();
  }

  private static String event(Answer answer) {
    if (answer instanceof Answer.Value value) {
      return event("end", value.json().toString());
    }
    if (answer instanceof Answer.Bytes bytes) {
      return event("bytes", Base64.getEncoder().encodeToString(bytes.bytes().getBytes()));
    }
    Answers.Problem problem = Answers.Problem.of(answer);
    return event(
        "error",
        Json.message("error")
            .put("status", problem.status())
            .put("code", problem.code())
            .put("why", problem.words())
            .toString());
  }

  /** JSON has no line breaks of its own. */
  private static String event(String name, String data) {
    return "event: " + name + "\ndata: " + data + "\n\n";
  }

  private void write(String text) {
    waiting.add(text);
    waitingLength += text.length();
    pump();
  }

  private void pump() {
    while (!waiting.isEmpty() && !response.closed() && !outflow.isFull()) {
      String text = waiting.remove();
      waitingLength -= text.length();
      response.write(text);
    }
    if (ended && waiting.isEmpty() && !response.closed() && !response.ended()) {
      response.end();
    }
  }
}
