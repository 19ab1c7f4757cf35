package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Closed;
import org.jspecify.annotations.Nullable;

/** How a socket ends, closed by us or by the other side; reported once. On its loop. */
final class Ending {
  private final SocketListener listener;
  private @Nullable Closed ours;
  private boolean told;

  Ending(SocketListener listener) {
    this.listener = listener;
  }

  /** Whether we closed it, or its end was reported. */
  boolean hasBegun() {
    return ours != null || told;
  }

  /** We close it; false if the end has begun before. */
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
   * @param theirs how, unless we closed it
   */
  void tell(Closed theirs) {
    if (!told) {
      told = true;
      listener.onClosed(ours != null ? ours : theirs);
    }
  }
}
