package io.github.danmuhub.transport;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.Bounds;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, on a loop. The answer is counted as it arrives; too long or too late,
 * and the connection is cut.
 */
final class HttpExchange {
  private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
  private final Buffer body = Buffer.buffer();
  private final Loop.Timer deadline;
  private @Nullable HttpClientRequest request;

  @SuppressWarnings("FutureReturnValueIgnored") // what follows the end throws nothing
  HttpExchange(Loop loop, long answerMs) {
    deadline =
        loop.schedule(
            answerMs, () -> fail(new IOException("no answer within " + answerMs + " ms")));
    reply.whenComplete((answer, error) -> end(error));
  }

  private void end(@Nullable Throwable error) {
    deadline.cancel();
    if (error != null && request != null) {
      request.reset();
    }
  }

  /** Who cancels it resets the request; on the loop only. */
  CompletableFuture<HttpReply> reply() {
    return reply;
  }

  void send(HttpClientRequest opened, Buffer content) {
    request = opened;
    if (reply.isDone()) {
      opened.reset();
      return;
    }
    (content.length() == 0 ? opened.send() : opened.send(content))
        .onSuccess(this::receive)
        .onFailure(this::fail);
  }

  private void receive(HttpClientResponse response) {
    response.exceptionHandler(this::fail);
    response.handler(this::append);
    response.endHandler(ignored -> finish(response));
  }

  private void append(Buffer chunk) {
    if (chunk.length() > Bounds.HTTP_BODY - body.length()) {
      fail(new IOException("the answer is larger than " + (Bounds.HTTP_BODY >> 20) + " MiB"));
    } else if (!reply.isDone()) {
      body.appendBuffer(chunk);
    }
  }

  private void finish(HttpClientResponse response) {
    reply.complete(
        new HttpReply(
            response.statusCode(),
            HttpHeaders.read(response.headers()),
            Raw.bytes(body.getBytes())));
  }

  void fail(Throwable why) {
    reply.completeExceptionally(new IOException(FailureWords.words(why), why));
  }
}
