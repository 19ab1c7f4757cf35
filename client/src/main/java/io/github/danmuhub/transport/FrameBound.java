package io.github.danmuhub.transport;

import io.github.danmuhub.wire.Bounds;

/**
 * How large a WebSocket message may be.
 *
 * @param most its bytes
 * @param skips whether a larger one is left out; else it costs the socket
 */
record FrameBound(int most, boolean skips) {
  static final FrameBound STANDARD = new FrameBound(Bounds.FRAME, false);

  String words() {
    return (most >> 20) + " MiB";
  }
}
