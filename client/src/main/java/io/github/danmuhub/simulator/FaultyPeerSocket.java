package io.github.danmuhub.simulator;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.platform.site.PendingFaults;
import io.github.danmuhub.transport.Loop;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Does to a socket what {@code --fault} asks of the host. The first two frames (authentication and
 * first heartbeat) are not disturbed, so the client is live when the fault strikes. On the loop.
 *
 * <p>Holds at most {@link #LUMP} frames back; then all of them leave.
 */
final class FaultyPeerSocket implements PeerSocket {
  /** Frames that are spared: the answers to the authentication and to the first heartbeat. */
  static final int SPARED = 2;

  /** A shorter binary frame is not cut: half of Huya's answer to a heartbeat is still whole. */
  static final int SHORTEST_CUT = 32;

  static final int LUMP = 256;
  private static final long THROTTLED_MS = 1_000;

  /** At most one of them strikes a frame, the first one first. */
  private static final List<Fault> ON_FRAMES =
      List.of(
          Fault.HANG, Fault.RESET, Fault.TRUNCATE, Fault.DUPLICATE, Fault.REORDER, Fault.THROTTLE);

  private record Held(FrameKind kind, ByteBuffer bytes) {}

  private final PeerLink link;
  private final Loop loop;
  private final PendingFaults faults;
  private final List<Held> held = new ArrayList<>();
  private int sent;
  private int release = LUMP;
  private boolean hung;

  FaultyPeerSocket(PeerLink link, Loop loop, PendingFaults faults) {
    this.link = link;
    this.loop = loop;
    this.faults = faults;
  }

  /** The site let the peer in: from now on it may be dropped. */
  void accepted() {
    if (faults.strike(Fault.DROP_AFTER)) {
      loop.schedule(faults.dropAfterMs(), () -> link.drop("dropped on purpose"));
    }
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    if (hung) {
      return;
    }
    if (!held.isEmpty()) {
      hold(kind, bytes);
    } else if (++sent <= SPARED) {
      link.send(kind, bytes);
    } else {
      Optional<Fault> struck =
          ON_FRAMES.stream()
              .filter(fault -> harms(fault, kind, bytes))
              .filter(faults::strike)
              .findFirst();
      if (struck.isEmpty()) {
        link.send(kind, bytes);
      } else {
        strike(struck.get(), kind, bytes);
      }
    }
  }

  private static boolean harms(Fault fault, FrameKind kind, ByteBuffer bytes) {
    boolean isShort = kind == FrameKind.BINARY && bytes.remaining() < SHORTEST_CUT;
    return fault != Fault.TRUNCATE || !isShort;
  }

  private void strike(Fault fault, FrameKind kind, ByteBuffer bytes) {
    switch (fault) {
      case HANG -> hung = true;
      case RESET -> link.reset();
      case TRUNCATE -> link.send(kind, bytes.slice(bytes.position(), bytes.remaining() / 2));
      case DUPLICATE -> {
        link.send(kind, bytes);
        link.send(kind, bytes);
      }
      case REORDER -> {
        release = 2;
        hold(kind, bytes);
      }
      case THROTTLE -> {
        release = LUMP;
        hold(kind, bytes);
        loop.schedule(THROTTLED_MS, this::releaseInOrder);
      }
      default -> throw new IllegalStateException(fault + " does not strike frames");
    }
  }

  private void hold(FrameKind kind, ByteBuffer bytes) {
    held.add(new Held(kind, PeerLink.copy(bytes)));
    if (held.size() >= release) {
      releaseHeld();
    }
  }

  /** Two frames to be reordered change places; throttled frames keep their order. */
  private void releaseHeld() {
    if (release == 2) {
      Collections.reverse(held);
    }
    releaseInOrder();
  }

  private void releaseInOrder() {
    held.forEach(frame -> link.send(frame.kind(), frame.bytes()));
    held.clear();
  }

  @Override
  public void wakeAt(long epochMs) {
    link.wakeAt(epochMs);
  }

  @Override
  public void drop(String why) {
    if (!hung) {
      releaseInOrder();
      link.drop(why);
    }
  }
}
