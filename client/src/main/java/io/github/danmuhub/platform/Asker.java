package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.util.concurrent.CompletionStage;

/** Asks over HTTP inside a lookup. Used on the room's loop only. */
public interface Asker {
  /**
   * Never blocks; completes on the room's loop. Fails with an {@link java.io.IOException} in words
   * if no answer comes in time or it is larger than {@link
   * io.github.danmuhub.wire.Bounds#HTTP_BODY}; an HTTP error status is an answer. Redirects are not
   * followed.
   *
   * <p>A request belongs to its lookup: once the lookup is given up or the room is over, it is
   * reset, and its stage never completes. What must be asked outside of a lookup goes through
   * {@link RoomContext#poll}.
   */
  CompletionStage<HttpReply> http(HttpCall call);
}
