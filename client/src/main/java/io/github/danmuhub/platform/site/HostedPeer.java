package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.FrameKind;
import java.nio.ByteBuffer;

/**
 * The site's end of one socket, as its host calls it: with the time, epoch milliseconds, at which
 * something happens. One thread.
 */
public final class HostedPeer {
  private final Seat<?> seat;
  private final SiteClock clock;

  HostedPeer(Seat<?> seat, SiteClock clock) {
    this.seat = seat;
    this.clock = clock;
  }

  /** {@code bytes} are valid during the call only. */
  public void onFrame(FrameKind kind, ByteBuffer bytes, long now) {
    clock.set(now);
    seat.onFrame(kind, bytes);
  }

  /** The time of {@link PeerSocket#wakeAt} has come. */
  public void onWake(long now) {
    clock.set(now);
    seat.onWake();
  }

  /** The socket is gone. */
  public void onClosed(long now) {
    clock.set(now);
    seat.onClosed();
  }
}
