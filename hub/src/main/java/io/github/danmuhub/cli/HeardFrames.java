package io.github.danmuhub.cli;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.capture.CaptureSink;
import io.github.danmuhub.capture.CaptureSource;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomRef;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a live room while the doctor listens, {@value #MOST} at most: what comes later is
 * not kept. Any thread.
 */
final class HeardFrames implements FrameTap, CaptureSource {
  private static final int MOST = 20_000;

  private final List<CaptureEntry> entries = new ArrayList<>();

  HeardFrames(RoomRef room) {
    entries.add(new Open(1, 0, "", room.platform(), room.room()));
  }

  @Override
  public void received(FrameKind kind, ByteBuffer bytes) {
    keep(Direction.RECEIVED, kind, bytes);
  }

  @Override
  public void sent(FrameKind kind, ByteBuffer bytes) {
    keep(Direction.SENT, kind, bytes);
  }

  private synchronized void keep(Direction direction, FrameKind kind, ByteBuffer bytes) {
    if (entries.size() < MOST) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      entries.add(new Message(1, 0, direction, kind, Raw.bytes(copy)));
    }
  }

  @Override
  public String what() {
    return "heard";
  }

  @Override
  public void read(CaptureSink sink) {
    List<CaptureEntry> kept;
    synchronized (this) {
      kept = List.copyOf(entries);
    }
    kept.forEach(sink::entry);
  }
}
