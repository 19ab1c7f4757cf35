package io.github.danmuhub.platform;

/** The WebSocket close codes that we use ourselves (RFC 6455 §7.4.1). */
public final class CloseCode {
  /** Closed in order. */
  public static final int NORMAL = 1000;

  /** The connection is gone without a close frame; never sent. */
  public static final int GONE = 1006;

  public static final int TOO_LARGE = 1009;

  /** A fault of the side that closes. */
  public static final int FAILED = 1011;

  private CloseCode() {}
}
