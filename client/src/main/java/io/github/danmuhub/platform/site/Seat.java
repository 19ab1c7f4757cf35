package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.FrameKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a peer sits: its timer, the deadline of its silence, and its way through what the room
 * plays. One thread.
 */
final class Seat<M> implements PeerContext {
  private static final long NEVER = Programme.NEVER;

  /** What comes in quick succession goes out together. */
  private static final long TOGETHER_MS = 50;

  private final HostedRooms<M> rooms;
  private final SiteClock clock;
  private final Tallies tallies;
  private final PeerSocket out;

  private @Nullable SimulatedPeer<M> peer;
  private @Nullable HostedRoom<M> heard;
  private long position;
  private long turn = NEVER;
  private long notBefore;
  private long deadline = NEVER;
  private String missed = "";
  private long wake = NEVER;

  /** What the host was asked for last, epoch milliseconds: not asked again for the same. */
  private long timer = NEVER;

  private boolean closed;

  Seat(HostedRooms<M> rooms, SiteClock clock, Tallies tallies, PeerSocket out) {
    this.rooms = rooms;
    this.clock = clock;
    this.tallies = tallies;
    this.out = out;
  }

  /** The platform let the peer in. */
  void take(SimulatedPeer<M> admitted) {
    peer = admitted;
    setTimer();
  }

  void onFrame(FrameKind kind, ByteBuffer bytes) {
    if (peer != null && !closed) {
      peer.onFrame(kind, bytes);
      setTimer();
    }
  }

  void onWake() {
    timer = NEVER;
    if (closed) {
      return;
    }
    if (ticks() >= deadline) {
      drop(missed);
      return;
    }
    if (ticks() >= wake && peer != null) {
      wake = NEVER;
      peer.onWake();
    }
    deliver();
    setTimer();
  }

  void onClosed() {
    closed = true;
    if (peer != null) {
      peer.onClosed();
    }
  }

  private void deliver() {
    HostedRoom<M> room = heard;
    if (room == null || ticks() < nextDue()) {
      return;
    }
    notBefore = ticks() + TOGETHER_MS;
    for (boolean more = true; more && room == heard; ) {
      List<M> messages = new ArrayList<>();
      long before = position;
      position = room.collect(before, messages);
      more = position - before == HostedRoom.BATCH;
      if (!more && ticks() >= turn) {
        messages.addAll(room.turn());
        turn = room.nextTurn();
      }
      tell(messages);
    }
  }

  private void tell(List<M> messages) {
    if (peer != null && !messages.isEmpty()) {
      peer.onMessages(messages);
    }
  }

  private long nextDue() {
    return heard == null ? NEVER : Math.max(notBefore, Math.min(turn, heard.dueAt(position)));
  }

  private void setTimer() {
    long next = Math.min(Math.min(deadline, wake), nextDue());
    if (!closed && next != NEVER && clock.epoch(next) != timer) {
      timer = clock.epoch(next);
      out.wakeAt(timer);
    }
  }

  @Override
  public void hears(String room, long from) {
    HostedRoom<M> hosted = rooms.room(room);
    position = from == NOW ? hosted.position() : hosted.position(from);
    turn = hosted.nextTurn();
    heard = hosted;
  }

  @Override
  public void hearsNothing() {
    heard = null;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void expects(long withinMs, String orElse) {
    deadline = ticks() + withinMs;
    missed = orElse;
  }

  @Override
  public void wakeAt(long ticks) {
    wake = ticks;
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    if (!closed) {
      out.send(kind, bytes);
    }
  }

  @Override
  public void drop(String why) {
    if (!closed) {
      tallies.count(why);
      hearsNothing();
      closed = true;
      out.drop(why);
    }
  }

  @Override
  public long wallMs() {
    return clock.wallMs();
  }

  @Override
  public long ticks() {
    return clock.ticks();
  }
}
