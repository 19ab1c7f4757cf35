package io.github.danmuhub.platform.site;

import java.util.Locale;

/** What the simulator can do wrong on purpose. */
public enum Fault {
  /** The authentication is refused. By the site. */
  AUTH_REFUSED,
  /** The authentication is never answered. By the site. */
  AUTH_SILENT,
  /** HTTP requests are cut without an answer. By the host. */
  LOOKUP_DOWN,
  /** Lookups are answered with the platform's refusal. By the site. */
  LOOKUP_REFUSED,
  /**
   * HTTP requests are answered 412 with a {@code Retry-After}: the address is blocked. By the kit.
   */
  BLOCKED,
  /** HTTP requests are answered 429 with a {@code Retry-After}. By the kit. */
  RATE_LIMITED,
  /** Lookups are answered with the platform's own word for a blocked address. By the site. */
  LOOKUP_BLOCKED,
  /** The room needs a password. By the site. */
  ROOM_LOCKED,
  /** The WebSocket handshake is answered with HTTP 502. By the host. */
  HANDSHAKE_502,
  /** The socket stays open, and nothing comes any more. By the host. */
  HANG,
  /** The socket is dropped after S seconds. By the host. */
  DROP_AFTER,
  /** The socket is reset. By the host. */
  RESET,
  /** A frame is cut in the middle. By the host. */
  TRUNCATE,
  /** A message is not JSON, or not protobuf. By the site. */
  BAD_JSON,
  /** A length points beyond the frame. By the site. */
  BAD_LENGTH,
  /** A length is zero. By the site. */
  ZERO_LENGTH,
  /** A body inflates to far more than the bound. By the site. */
  BOMB,
  /** An unknown operation. By the site. */
  UNKNOWN_OP,
  /** A frame comes twice. By the host. */
  DUPLICATE,
  /** Two neighbouring frames change places. By the host. */
  REORDER,
  /** Frames come slowly and in lumps. By the host. */
  THROTTLE,
  /** Visitors without a cookie are shown masked. By the site. */
  GUEST_MASKED,
  /** Gift messages come twice, out of order, and without their end. By the site. */
  GIFT_CHAOS,
  /** The handshake is refused as a blocked device. By the site. */
  DEVICE_BLOCKED;

  /** As on the command line: {@code auth-refused}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
