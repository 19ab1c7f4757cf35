package io.github.danmuhub.platform;

import io.github.danmuhub.event.LiveEvent;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where decoded events go: all that a platform's {@code message} package is handed, so that a
 * decoder cannot dial. Every call takes effect at once: the neighbours of a bad message are out
 * when it throws. One thread.
 */
public interface Emitter extends Clock {
  /** Emits under the message's own id: see {@link #emit(LiveEvent, String)}. */
  default void emit(LiveEvent event) {
    emit(event, event.origin().id());
  }

  /**
   * Emits an event, unless one with the same {@code key} was emitted within the room's window, also
   * on an earlier socket. An event without a key is never dropped.
   */
  void emit(LiveEvent event, @Nullable String key);

  /** A message gives no event, since it only repeats others: it is counted. */
  default void copy() {}

  /**
   * Reports something broken, which costs its neighbours nothing.
   *
   * @param why in words, without secrets
   * @param raw valid during the call only; its head is kept
   */
  void malformed(String why, ByteBuffer raw);
}
