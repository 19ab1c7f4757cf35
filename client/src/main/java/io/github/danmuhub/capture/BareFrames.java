package io.github.danmuhub.capture;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code .bin}: repeated u32be length + frame, or, where that does not add up to the whole, one
 * bare frame.
 */
final class BareFrames {
  private BareFrames() {}

  static Capture read(byte[] content) throws MalformedException {
    List<CaptureEntry> frames = split(ByteBuffer.wrap(content));
    if (!frames.isEmpty()) {
      return new Capture(frames);
    }
    if (content.length > Bounds.FRAME) {
      throw new MalformedException(
          "neither frames with their lengths, nor one frame: that has at most %d MiB"
              .formatted(Bounds.FRAME >> 20));
    }
    return new Capture(List.of(frame(content)));
  }

  /** Empty where the lengths do not add up. */
  private static List<CaptureEntry> split(ByteBuffer in) {
    List<CaptureEntry> frames = new ArrayList<>();
    while (in.remaining() >= Integer.BYTES) {
      int size = in.getInt();
      if (size <= 0 || size > Math.min(in.remaining(), Bounds.FRAME)) {
        return List.of();
      }
      byte[] bytes = new byte[size];
      in.get(bytes);
      frames.add(frame(bytes));
    }
    return in.hasRemaining() ? List.of() : frames;
  }

  private static CaptureEntry frame(byte[] bytes) {
    return new Message(1, 0, Direction.RECEIVED, FrameKind.BINARY, Raw.bytes(bytes));
  }
}
