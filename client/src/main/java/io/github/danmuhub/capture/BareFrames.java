package io.github.danmuhub.capture;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * {@code .bin}: repeated u32be length + frame, or, where that does not add up to the whole, one
 * bare frame.
 */
final class BareFrames {
  private BareFrames() {}

  static void read(Content content, CaptureSink sink) throws IOException, MalformedException {
    if (split(content, frame -> {})) {
      split(content, frame -> sink.entry(frame(frame)));
      return;
    }
    try (InputStream in = content.open()) {
      byte[] whole = in.readNBytes(Bounds.FRAME + 1);
      if (whole.length > Bounds.FRAME) {
        throw new MalformedException(
            "neither frames with their lengths, nor one frame: that has at most %d MiB"
                .formatted(Bounds.FRAME >> 20));
      }
      sink.entry(frame(whole));
    }
  }

  /** Whether the lengths add up. */
  private static boolean split(Content content, Consumer<byte[]> frames) throws IOException {
    try (DataInputStream in = new DataInputStream(content.open())) {
      byte[] head = in.readNBytes(Integer.BYTES);
      while (head.length == Integer.BYTES) {
        int size = (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16;
        size |= (head[2] & 0xff) << 8 | (head[3] & 0xff);
        byte[] frame = in.readNBytes(Math.max(0, Math.min(size, Bounds.FRAME)));
        if (size <= 0 || frame.length != size) {
          return false;
        }
        frames.accept(frame);
        head = in.readNBytes(Integer.BYTES);
      }
      return head.length == 0;
    }
  }

  private static CaptureEntry frame(byte[] bytes) {
    return new Message(1, 0, Direction.RECEIVED, FrameKind.BINARY, Raw.bytes(bytes));
  }
}
