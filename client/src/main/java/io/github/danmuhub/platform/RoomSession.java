package io.github.danmuhub.platform;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * One room for life: its cursor, combos and merges outlive its sockets. Pure: it touches nothing
 * but the {@link Out} it is handed. One thread; never re-entered.
 */
public interface RoomSession {
  /**
   * Looks up where to dial, best first, and emits {@code room}, {@code broadcast} and {@code stats}
   * on the way. Never blocks; completes on the room's loop.
   *
   * @return fails with a {@link LookupException}; any other exception counts as one to try again
   */
  CompletionStage<List<Dial>> resolve(Http http, Resolve why, long now, Out out);

  /** The dial succeeded; for {@link Dial.Polling} the first poll may start. */
  void onOpen(Dial dial, long now, Out out);

  /** A whole frame came in. {@code bytes} are valid during the call only. */
  void onFrame(FrameKind kind, ByteBuffer bytes, long now, Out out);

  /** Answers {@link Out#fetch}; status 0 means that no answer came. */
  void onHttp(int tag, HttpReply reply, long now, Out out);

  /** The time of {@link Out#wakeAt} has come. Early calls do no harm. */
  void onWake(long now, Out out);

  /**
   * What the end of a socket means on this platform, and what the user can do about it; empty where
   * there is nothing to add. Asked before {@link #onClosed}.
   */
  default String explain(Closed why) {
    return "";
  }

  /** The socket is gone, or was refused: what next? */
  Verdict onClosed(Closed why, long now, Out out);

  /**
   * Who we are to the platform, in words for a person and without secrets: the account of the
   * user's cookie, or an anonymous visitor. Empty before a lookup told, and where no platform
   * tells.
   */
  default String account() {
    return "";
  }
}
