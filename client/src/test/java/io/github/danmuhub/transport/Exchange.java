package io.github.danmuhub.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.util.concurrent.CompletableFuture;

/** One request from outside the loop; its answer must come on the loop. */
final class Exchange {
  private Exchange() {}

  static CompletableFuture<HttpReply> of(Loop loop, Dialler dialler, HttpCall call) {
    CompletableFuture<HttpReply> reply = new CompletableFuture<>();
    loop.execute(
        () ->
            dialler
                .http()
                .send(call)
                .whenComplete(
                    (answer, failure) -> {
                      assertThat(Thread.currentThread().getName()).startsWith("danmu-loop-");
                      if (failure == null) {
                        reply.complete(answer);
                      } else {
                        reply.completeExceptionally(failure);
                      }
                    }));
    return reply;
  }
}
