package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A {@link RoomSession} of the first edition, which is handed the time and an {@link Out} with each
 * call. Goes with the last session that is written so; {@link LegacyBridge} carries it until then.
 */
public interface LegacySession {
  /**
   * Looks up where to dial, best first, and emits {@code room}, {@code broadcast} and {@code stats}
   * on the way. Never blocks; completes on the room's loop.
   *
   * @return fails with a {@link LookupException}, bare or in a {@link
   *     java.util.concurrent.CompletionException}; any other exception counts as one to try again
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
   * The clock was set back: what is due, is due that much earlier by the new time. Called before
   * the first call that is told the new time; what {@link Out#wakeAt} asked for still comes after
   * as long as it was to.
   */
  default void onClockSetBack(long byMs) {}

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
   * The room is over: the user closed it, or trying again is in vain. Emits at once what is still
   * held back, such as the merge of a purchase or the end of a combo: nobody will ask again. Called
   * once, after every other call and on the same thread, right before the last {@code connection}
   * event; where the room was never dialled, too. Must not block. The socket is gone: of {@code
   * out} only {@link Out#emit} and {@link Out#malformed} have an effect.
   *
   * <p>Losing a socket does not end the room. Held events stay in the session and are emitted when
   * due, or here.
   */
  default void onEnd(long now, Out out) {}

  /**
   * Who we are to the platform, in words for a person and without secrets: the account of the
   * user's cookie, or an anonymous visitor. Empty before a lookup told, and where no platform
   * tells.
   */
  default String account() {
    return "";
  }
}
