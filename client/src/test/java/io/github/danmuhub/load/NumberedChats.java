package io.github.danmuhub.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Chats whose text is their number, from 0, and whose size is a real one's: what is lost shows. */
final class NumberedChats {
  private static final int HEADER = 16;
  private static final int MESSAGE = 5;

  /** {@code dm_v2} is base64 in real messages too, and most of their weight. */
  private static final int PADDING = 1_200;

  private NumberedChats() {}

  /** One frame each, without times. */
  static List<RecordedFrame> frames(int count) {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, count).mapToObj(n -> frame(json(n, random))).toList();
  }

  /** length u32 · header length u16 = 16 · version u16 = 0 · operation u32 = 5 · sequence u32. */
  private static RecordedFrame frame(byte[] json) {
    ByteBuffer packet =
        ByteBuffer.allocate(HEADER + json.length)
            .putInt(HEADER + json.length)
            .putShort((short) HEADER)
            .putShort((short) 0)
            .putInt(MESSAGE)
            .putInt(0)
            .put(json);
    return new RecordedFrame(0, FrameKind.BINARY, Raw.bytes(packet.array()));
  }

  private static byte[] json(int number, SplittableRandom random) {
    byte[] padding = new byte[PADDING];
    random.nextBytes(padding);
    return """
        {"cmd":"DANMU_MSG","dm_v2":"%s","info":[[0,1,25,16777215,1700000000000,1,0,"abcd",0,0,0,"",\
        0,"{}","{}",{"extra":"{\\"id_str\\":\\"n%d\\"}"}],"%d",[1001,"小明",0,0,0,10000,1,""],\
        [],[20,0,9868950,">50000",0],["",""],0,0,null,{"ts":1700000000,"ct":"A"},0,0,null,null,0,42]}"""
        .formatted(Base64.getEncoder().encodeToString(padding), number, number)
        .getBytes(UTF_8);
  }
}
