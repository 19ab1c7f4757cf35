package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import java.nio.ByteBuffer;

/** What is asked of a captured frame again and again. */
final class Frames {
  private Frames() {}

  /** A view of its bytes. */
  static ByteBuffer bytes(Message message) {
    return ByteBuffer.wrap(message.bytes().toBytes());
  }

  static boolean isReceived(Message message) {
    return message.direction() == Direction.RECEIVED;
  }
}
