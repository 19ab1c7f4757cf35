package io.github.danmuhub.browser.frames;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.Handshake;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;

/** Hears what a page's sockets do, on the link's loop: must not block. Times are epoch ms. */
public interface SocketEar {
  /** The page has made a socket; its handshake may still fail. Comes before all else of it. */
  default void made(PageSocket socket, long time) {}

  /** The server has answered, and mostly let it in. */
  default void opened(PageSocket socket, Handshake handshake, long time) {}

  /** A whole message. */
  default void frame(
      PageSocket socket, long time, Direction direction, FrameKind kind, Raw bytes) {}

  /**
   * The end.
   *
   * @param why in Chromium's words; empty where it has none
   */
  default void closed(PageSocket socket, long time, String why) {}
}
