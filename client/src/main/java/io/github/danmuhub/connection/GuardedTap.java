package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * If the tap throws, it misses that call; the frame is delivered all the same. On the room's loop.
 */
final class GuardedTap implements FrameTap {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedTap.class);

  private final FrameTap tap;
  private boolean logged;

  private GuardedTap(FrameTap tap) {
    this.tap = tap;
  }

  /** Returns {@link #NONE} unchanged, so a room without a tap has no extra cost. */
  static FrameTap of(FrameTap tap) {
    return tap == NONE ? NONE : new GuardedTap(tap);
  }

  private void guard(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      if (!logged) {
        LOG.error("the tap of a room's frames failed; later failures are not logged", e);
      }
      logged = true;
    }
  }

  @Override
  public void opened(Dial dial) {
    guard(() -> tap.opened(dial));
  }

  @Override
  public void received(FrameKind kind, ByteBuffer bytes) {
    guard(() -> tap.received(kind, bytes.asReadOnlyBuffer()));
  }

  @Override
  public void sent(FrameKind kind, ByteBuffer bytes) {
    guard(() -> tap.sent(kind, bytes.asReadOnlyBuffer()));
  }

  @Override
  public void answered(HttpCall asked, HttpReply reply) {
    guard(() -> tap.answered(asked, reply));
  }

  @Override
  public void closed(Closed why) {
    guard(() -> tap.closed(why));
  }
}
