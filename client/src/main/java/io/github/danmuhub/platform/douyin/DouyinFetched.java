package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseHead;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An answer of {@code im/fetch}, good or broken: its messages are still in the body.
 *
 * @param history whether it was asked without a cursor: then the platform replays what was said
 *     before
 */
record DouyinFetched(DouyinResponseHead head, ByteBuffer body, boolean history) {
  private static final int OK = 200;

  /** Empty where the site gave no answer, or an empty one. */
  static Optional<DouyinFetched> read(HttpCall asked, HttpReply reply) {
    if (reply.status() != OK || reply.body().size() == 0) {
      return Optional.empty();
    }
    boolean history = Query.of(asked.uri()).get("cursor").isEmpty();
    ByteBuffer body = ByteBuffer.wrap(reply.body().toBytes());
    return Optional.of(new DouyinFetched(DouyinResponseHead.read(body), body, history));
  }

  DouyinResponse response() {
    return head.response();
  }

  DouyinCursor cursor() {
    return new DouyinCursor(response().cursor(), response().internalExt());
  }

  /** Whether it can be gone on from: a broken one that names no cursor cannot. */
  boolean leadsOn() {
    return head.broken() == null || !cursor().isNone();
  }
}
