package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.dissect.Dissector;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A platform's messages without their frames, one a line, as blrec and others save them; or as a
 * recording of ours keeps them in its events, those that have one.
 */
final class BareMessages {
  private BareMessages() {}

  /** Null where a line is no message of the platform whose the first one is. */
  static @Nullable InspectInput of(List<Platform> candidates, byte[] input) {
    if (input.length == 0 || input[0] != '{') {
      return null;
    }
    List<String> lines = new String(input, UTF_8).lines().filter(l -> !l.isBlank()).toList();
    for (Platform platform : candidates) {
      List<Message> messages = messages(Dissector.of(platform), lines);
      if (messages != null && !messages.isEmpty()) {
        return new InspectInput("messages", new Capture(List.copyOf(messages)), "");
      }
    }
    return null;
  }

  /** Null where a line is neither a message nor an event. */
  private static @Nullable List<Message> messages(Dissector dissector, List<String> lines) {
    List<Message> messages = new ArrayList<>();
    for (String line : lines) {
      byte[] utf8 = line.getBytes(UTF_8);
      byte[] recorded = RecordedMessage.of(utf8);
      ByteBuffer frame = dissector.frameOf(recorded == null ? utf8 : recorded);
      if (frame == null && recorded == null) {
        return null;
      }
      if (frame == null) {
        continue; // an event that keeps no message of this platform
      }
      byte[] bytes = new byte[frame.remaining()];
      frame.get(bytes);
      messages.add(new Message(1, 0, Direction.RECEIVED, FrameKind.BINARY, Raw.bytes(bytes)));
    }
    return messages;
  }
}
