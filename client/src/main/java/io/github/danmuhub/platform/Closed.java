package io.github.danmuhub.platform;

import io.github.danmuhub.platform.http.HttpReply;
import org.jspecify.annotations.Nullable;

/**
 * How a socket ended.
 *
 * @param code the WebSocket close code, {@link CloseCode#GONE} where none came
 * @param reason in words
 * @param refusal the HTTP answer, where the handshake was refused
 */
public record Closed(int code, String reason, @Nullable HttpReply refusal) {

  /** By the code of a close frame. */
  public static Closed by(int code, String reason) {
    return new Closed(code, reason, null);
  }

  /** Without a close frame, or never opened. */
  public static Closed gone(String reason) {
    return by(CloseCode.GONE, reason);
  }

  /** The handshake was answered with plain HTTP. */
  public static Closed refused(HttpReply refusal) {
    String reason = "the handshake was refused: HTTP " + refusal.status();
    return new Closed(CloseCode.GONE, reason, refusal);
  }

  /** The HTTP status of a refused handshake, else the close code. */
  public int statusOrCode() {
    return refusal == null ? code : refusal.status();
  }

  /** What happened, for people. */
  public String words() {
    if (refusal != null) {
      return "the handshake was refused with HTTP " + refusal.status();
    }
    return "the connection is gone" + (reason.isEmpty() ? "" : ": " + reason);
  }
}
