package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.util.concurrent.CompletionStage;

/** The way to the platform's HTTP, as a parameter. */
public interface Http {
  /**
   * Never blocks; completes on the room's loop. Fails if no answer comes in time or it is larger
   * than {@link io.github.danmuhub.wire.Bounds#HTTP_BODY}; an HTTP error status is an answer.
   * Redirects are not followed.
   */
  CompletionStage<HttpReply> send(HttpCall call);
}
