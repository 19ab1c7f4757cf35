package io.github.danmuhub.record.frames;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/** One room's frames, copied into the queue. On the room's loop. */
final class RoomTap implements FrameTap {
  private final RoomRef room;
  private final FrameQueue queue;
  private final LongSupplier clock;
  private int sockets;
  private boolean isOpen;

  RoomTap(RoomRef room, FrameQueue queue, LongSupplier clock) {
    this.room = room;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public void opened(Dial dial) {
    sockets++;
    isOpen = true;
    add(new CaptureEntry.Open(sockets, now(), url(dial), room.platform(), room.room()));
  }

  private static String url(Dial dial) {
    if (dial instanceof Dial.WebSocket socket) {
      return socket.uri().toString();
    }
    if (dial instanceof Dial.Tcp tcp) {
      return (tcp.tls() ? "tls://" : "tcp://") + tcp.host() + ":" + tcp.port();
    }
    return "";
  }

  @Override
  public void received(FrameKind kind, ByteBuffer bytes) {
    message(Direction.RECEIVED, kind, bytes);
  }

  @Override
  public void sent(FrameKind kind, ByteBuffer bytes) {
    message(Direction.SENT, kind, bytes);
  }

  private void message(Direction direction, FrameKind kind, ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    add(new CaptureEntry.Message(sockets, now(), direction, kind, Raw.bytes(copy)));
  }

  /**
   * What a lookup brings belongs to the socket that comes of it. A page is no frame, and may show
   * whose browser asked for it.
   */
  @Override
  public void answered(HttpCall asked, HttpReply reply) {
    boolean page = reply.headers().first("Content-Type").orElse("").startsWith("text/html");
    if (!page) {
      add(
          new CaptureEntry.Http(
              isOpen ? sockets : sockets + 1,
              now(),
              asked.uri().toString(),
              reply.status(),
              reply.body()));
    }
  }

  @Override
  public void closed(Closed why) {
    isOpen = false;
    add(new CaptureEntry.Close(sockets, now(), why.code(), why.reason()));
  }

  private void add(CaptureEntry entry) {
    queue.offer(room, entry);
  }

  private long now() {
    return clock.getAsLong();
  }
}
