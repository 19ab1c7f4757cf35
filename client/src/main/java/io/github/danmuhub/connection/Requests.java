package io.github.danmuhub.connection;

import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Loop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A room's requests over HTTP. They belong to the attempt that runs, from its lookup to the loss:
 * then all are reset, and what waits for them never runs. They show the platform's cookies, and
 * their answers set them. At most {@value #MOST} are on their way, and as many polls wait for their
 * time; one more fails. On the room's loop.
 */
final class Requests {
  private static final int MOST = 32;

  private final Function<HttpCall, CompletionStage<HttpReply>> http;
  private final CookieJar cookies;
  private final Loop loop;
  private final FrameTap tap;
  private final CallClock clock;
  private final List<CompletableFuture<HttpReply>> open = new ArrayList<>(0);
  private final List<Loop.Timer> later = new ArrayList<>(0);

  Requests(
      Function<HttpCall, CompletionStage<HttpReply>> http,
      CookieJar cookies,
      Loop loop,
      FrameTap tap,
      CallClock clock) {
    this.http = http;
    this.cookies = cookies;
    this.loop = loop;
    this.tap = tap;
    this.clock = clock;
  }

  /** As {@link io.github.danmuhub.platform.Asker#http}. */
  @SuppressWarnings("CollectionUndefinedEquality") // it is this very request, or none
  CompletionStage<HttpReply> ask(HttpCall call) {
    if (open.size() >= MOST) {
      return CompletableFuture.failedFuture(tooMany());
    }
    CompletionStage<HttpReply> sent = http.apply(cookies.onto(call));
    CompletableFuture<HttpReply> request = sent.toCompletableFuture();
    CompletableFuture<HttpReply> answer = new CompletableFuture<>();
    open.add(request);
    sent.whenComplete(
        (reply, error) -> {
          if (open.remove(request)) {
            hand(call, reply, error, answer);
          }
        });
    return answer;
  }

  private static IOException tooMany() {
    return new IOException("more than " + MOST + " requests of one room at a time");
  }

  private void hand(
      HttpCall call,
      @Nullable HttpReply reply,
      @Nullable Throwable error,
      CompletableFuture<HttpReply> answer) {
    clock.set();
    if (reply != null) {
      cookies.keep(call.uri(), reply);
      tap.answered(call, reply);
      answer.complete(reply);
    } else {
      answer.completeExceptionally(error == null ? new IOException("no answer came") : error);
    }
  }

  /** Asks after that delay; a failure is an answer with status 0. */
  void poll(HttpCall call, long delayMs, BiConsumer<HttpCall, HttpReply> answered) {
    if (delayMs <= 0) {
      poll(call, answered);
    } else if (later.size() >= MOST) {
      answered.accept(call, none(tooMany()));
    } else {
      later.add(new Delayed(call, delayMs, answered));
    }
  }

  private void poll(HttpCall call, BiConsumer<HttpCall, HttpReply> answered) {
    ask(call)
        .whenComplete((reply, error) -> answered.accept(call, error == null ? reply : none(error)));
  }

  private static HttpReply none(Throwable why) {
    String words = why.getMessage();
    return HttpReply.none(words == null ? why.getClass().getSimpleName() : words);
  }

  /** The attempt is over. */
  void abandon() {
    later.forEach(Loop.Timer::cancel);
    later.clear();
    List<CompletableFuture<HttpReply>> orphans = List.copyOf(open);
    open.clear();
    orphans.forEach(request -> request.cancel(false));
  }

  /** A poll whose time is to come. */
  private final class Delayed implements Loop.Timer {
    private final Loop.Timer timer;

    Delayed(HttpCall call, long delayMs, BiConsumer<HttpCall, HttpReply> answered) {
      timer = loop.schedule(delayMs, () -> due(call, answered));
    }

    private void due(HttpCall call, BiConsumer<HttpCall, HttpReply> answered) {
      later.remove(this);
      poll(call, answered);
    }

    @Override
    public void cancel() {
      timer.cancel();
    }
  }
}
