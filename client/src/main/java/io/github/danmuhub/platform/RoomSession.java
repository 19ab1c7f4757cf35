package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * One room for life: its cursor, combos and merges outlive its sockets. Pure: it touches nothing
 * but the {@link RoomContext} that it was opened with. One thread; never re-entered.
 */
public interface RoomSession {
  /**
   * Looks up where to dial, best first, by {@link RoomContext#http}, and emits {@code room}, {@code
   * broadcast} and {@code stats} on the way. Messages that come along are kept, and emitted after
   * {@link RoomContext#live}: after the gap that they end. Never blocks.
   *
   * @return fails with a {@link LookupException}, bare or in a {@link
   *     java.util.concurrent.CompletionException}; any other exception counts as one to try again
   */
  CompletionStage<List<Dial>> resolve(Resolve why);

  /** The dial succeeded; for {@link Dial.Polling} the first poll may start. */
  void onOpen(Dial dial);

  /**
   * A whole frame came in. {@code bytes} are valid during the call only. Works without {@link
   * #resolve} and {@link #onOpen}: a capture is replayed so.
   */
  void onFrame(FrameKind kind, ByteBuffer bytes);

  /**
   * Answers {@link RoomContext#poll}. Works without {@link #resolve} and {@link #onOpen}: in a
   * replay all captured answers come here, those of lookups too.
   *
   * @param asked what was asked; in a replay its method and URL only
   * @param reply with status 0 where no answer came, and then the reason in words
   */
  void onPolled(HttpCall asked, HttpReply reply);

  /** The time of {@link RoomContext#wakeAt} has come. Must tolerate being called early. */
  void onWake();

  /**
   * The socket is gone, or was refused: what next, and in words what it means on this platform and
   * what the user can do about it ({@link Setback#of}).
   */
  Setback onClosed(Closed why);

  /**
   * The room is over: the user closed it, or trying again is useless. Emits at once what is still
   * held back, such as the merge of a purchase or the end of a combo: there will be no other call.
   * Called once, after every other call and on the same thread, right before the last {@code
   * connection} event; where the room was never dialled, too. Must not block. The socket is gone:
   * of the context's verbs only {@link Emitter#emit} and {@link Emitter#malformed} have an effect.
   *
   * <p>Losing a socket does not end the room. Held events stay in the session and are emitted when
   * due, or here.
   */
  default void onEnd() {}

  /**
   * Who we are to the platform, in words for a person and without secrets: the account of the
   * user's cookie, or an anonymous visitor. Empty until a lookup has found it out, and where the
   * platform does not say.
   */
  default String account() {
    return "";
  }
}
