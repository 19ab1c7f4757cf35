package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** So many Bilibili chats, each of which says its number: a test knows what the simulator sent. */
final class ChatFrames {
  private static final long TIME = 1_700_000_000_000L;

  private ChatFrames() {}

  static List<RecordedFrame> of(int count) {
    return IntStream.range(0, count).mapToObj(ChatFrames::frame).toList();
  }

  private static RecordedFrame frame(int number) {
    String message =
        "{\"cmd\":\"DANMU_MSG\",\"info\":[[0,1,25,16777215,%d,%d],\"m%d\",[%d,\"小明\"]]}"
            .formatted(TIME + number, number, number, 7 + number);
    return new RecordedFrame(0, FrameKind.BINARY, Raw.bytes(packet(message.getBytes(UTF_8))));
  }

  /** Length, length of the head 16, version 0 (plain), operation 5 (a message), sequence. */
  private static byte[] packet(byte[] body) {
    return ByteBuffer.allocate(16 + body.length)
        .putInt(16 + body.length)
        .putShort((short) 16)
        .putShort((short) 0)
        .putInt(5)
        .putInt(1)
        .put(body)
        .array();
  }
}
