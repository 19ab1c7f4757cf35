package io.github.danmuhub.transport;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.util.concurrent.CompletionStage;

/** HTTP by one route. Used on the loop of its {@link Dialler} only. */
public interface Http {
  /**
   * Never blocks; completes on the room's loop. Fails if no answer comes in time or it is larger
   * than {@link io.github.danmuhub.wire.Bounds#HTTP_BODY}; an HTTP error status is an answer.
   * Redirects are not followed.
   */
  CompletionStage<HttpReply> send(HttpCall call);
}
