package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.Decompressors.Format;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The messages of a capture of bare frames: repeated length and frame; frames may be brotli. */
final class CapturedMessages {
  private CapturedMessages() {}

  static List<ByteBuffer> of(Path capture) throws IOException, MalformedException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(capture));
    Decompressors decompressors = new Decompressors();
    List<ByteBuffer> messages = new ArrayList<>();
    while (in.hasRemaining()) {
      int length = in.getInt();
      packets(in.slice(in.position(), length), decompressors, messages);
      in.position(in.position() + length);
    }
    return messages;
  }

  private static void packets(ByteBuffer in, Decompressors decompressors, List<ByteBuffer> into)
      throws MalformedException {
    while (in.remaining() >= 16) {
      int start = in.position();
      int length = in.getInt(start);
      ByteBuffer body = in.slice(start + 16, length - 16);
      if (in.getShort(start + 6) == 3) {
        packets(decompressors.decompress(Format.BROTLI, body, 0), decompressors, into);
      } else if (in.getInt(start + 8) == 5) {
        byte[] copy = new byte[body.remaining()];
        body.get(copy);
        into.add(ByteBuffer.wrap(copy));
      }
      in.position(start + length);
    }
  }
}
