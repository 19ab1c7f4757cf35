package io.github.danmuhub.testing;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.site.HostedPeer;
import io.github.danmuhub.platform.site.PeerSocket;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One socket of a {@link WiredRoom}: our end of it, and the site's way back. */
final class WiredLine implements PeerSocket {
  private static final long NEVER = Long.MAX_VALUE;

  private final WiredRoom room;
  private final Agenda agenda;
  private final @Nullable ByteStream stream;
  private @Nullable HostedPeer peer;
  private long peerWake = NEVER;

  /**
   * @param stream cuts what comes into frames; null where the socket has frames of its own
   */
  WiredLine(WiredRoom room, Agenda agenda, @Nullable ByteStream stream) {
    this.room = room;
    this.agenda = agenda;
    this.stream = stream;
  }

  /** The site takes it. */
  void accepted(HostedPeer by) {
    peer = by;
  }

  /** The site hears that it is gone. */
  void close() {
    if (peer != null) {
      peer.onClosed(agenda.now());
    }
  }

  void whileOpen(Runnable task) {
    if (room.isOpen(this)) {
      task.run();
    }
  }

  void toPeer(FrameKind kind, ByteBuffer bytes) {
    agenda.after(
        0, () -> whileOpen(() -> Objects.requireNonNull(peer).onFrame(kind, bytes, agenda.now())));
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    Frame frame = Frame.of(kind, bytes);
    agenda.after(0, () -> whileOpen(() -> receive(frame)));
  }

  private void receive(Frame frame) {
    room.received.add(frame);
    if (stream == null) {
      room.session().onFrame(frame.kind(), frame.buffer());
    } else {
      cut(stream, frame.buffer());
    }
  }

  /** A length that lies loses the stream. */
  private void cut(ByteStream frames, ByteBuffer bytes) {
    RoomSession session = room.session();
    try {
      frames.add(bytes);
      for (ByteBuffer f = frames.next(); f != null && room.isOpen(this); f = frames.next()) {
        session.onFrame(FrameKind.BINARY, f);
      }
    } catch (MalformedException e) {
      room.malformed(e.why(), frames.rest());
      room.cut();
    }
  }

  @Override
  public void wakeAt(long epochMs) {
    peerWake = epochMs;
    agenda.after(Math.max(0, epochMs - agenda.now()), () -> whileOpen(() -> wakePeer(epochMs)));
  }

  private void wakePeer(long at) {
    if (at == peerWake) {
      peerWake = NEVER;
      Objects.requireNonNull(peer).onWake(agenda.now());
    }
  }

  @Override
  public void drop(String why) {
    agenda.after(0, () -> whileOpen(() -> room.dropped(why)));
  }
}
