package io.github.danmuhub.platform;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.http.HttpCall;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a session of the first edition wants done; see {@link LegacySession}. Every call takes
 * effect at once: an ack leaves before the messages behind it are decoded, and the neighbours of a
 * bad message are out when it throws.
 */
public interface Out {
  /**
   * Sends a frame; dropped where there is no socket. The bytes are copied or sent before it
   * returns.
   */
  void send(FrameKind kind, ByteBuffer bytes);

  /** Sends a heartbeat; the time until {@link #answered} is the round trip. */
  default void heartbeat(FrameKind kind, ByteBuffer bytes) {
    send(kind, bytes);
  }

  /** Emits under the message's own id: see {@link #emit(LiveEvent, String)}. */
  default void emit(LiveEvent event) {
    emit(event, event.origin().id());
  }

  /**
   * Emits an event, unless one with the same {@code key} was emitted within the room's window, also
   * on an earlier socket. An event without a key is never dropped.
   */
  void emit(LiveEvent event, @Nullable String key);

  /** A message gives no event, since it only repeats what others tell: it is counted. */
  default void copy() {}

  /** Authentication was accepted. */
  void live();

  /**
   * Call before {@link #live} if nothing was missed since the last socket: messages were received
   * another way, or will be replayed from the cursor. No {@code gap} is reported.
   */
  default void missedNothing() {}

  /** A heartbeat came back: the oldest that was not answered yet. */
  void answered();

  /** Something was broken; {@code raw} is valid during the call only. */
  void malformed(String why, ByteBuffer raw);

  /** Asks for an HTTP answer, which comes to {@link LegacySession#onHttp} under the same tag. */
  void fetch(int tag, HttpCall call, long delayMs);

  /**
   * Sets the session's one timer, for heartbeat, combo idle and merge window together. A later call
   * replaces an earlier one. It survives the socket.
   */
  void wakeAt(long epochMs);

  /**
   * Gives this socket up; {@link LegacySession#onClosed} is not called for it. Nothing happens
   * where there is no socket.
   *
   * @param code the platform's code, 0 where there is none
   * @param why in words
   */
  void reconnect(Verdict how, int code, String why);
}
