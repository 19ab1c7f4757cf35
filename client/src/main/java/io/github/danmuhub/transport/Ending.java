package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Closed;
import org.jspecify.annotations.Nullable;

/** How a socket ends: by our wish or by itself, and told once. On its loop. */
final class Ending {
  private final SocketListener listener;
  private @Nullable Closed ours;
  private boolean told;

  Ending(SocketListener listener) {
    this.listener = listener;
  }

  /** Whether we want no more of it, or have told its end. */
  boolean hasBegun() {
    return ours != null || told;
  }

  /** Our wish; false if it is too late for one. */
  boolean begin(Closed why) {
    if (hasBegun()) {
      return false;
    }
    ours = why;
    return true;
  }

  /**
   * The socket is closed.
   *
   * @param theirs how, unless we wished it
   */
  void tell(Closed theirs) {
    if (!told) {
      told = true;
      listener.onClosed(ours != null ? ours : theirs);
    }
  }
}
