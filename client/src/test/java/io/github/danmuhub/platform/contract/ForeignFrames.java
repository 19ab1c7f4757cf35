package io.github.danmuhub.platform.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.testing.Frame;
import java.util.HexFormat;
import java.util.List;

/** A frame of each platform, that no other may take for its own. */
final class ForeignFrames {
  private record Specimen(String platform, Frame frame) {}

  private static final List<Specimen> ALL =
      List.of(
          // 16 bytes, header 16, version 1, operation 2: a heartbeat; nothing behind it
          binary("bilibili", "00000010 0010 0001 00000002 00000001"),
          // field 7 is "hb": a heartbeat
          binary("douyin", "3a026862"),
          // command 20, no data, a trace of "" and type 0: a heartbeat
          binary("huya", "0014 1d000c 2c 3600 4c"),
          text("tiny", "chat 1 2 3 A x"),
          text("twitch", "PING :tmi.twitch.tv"));

  private ForeignFrames() {}

  private static Specimen binary(String platform, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return new Specimen(platform, new Frame(FrameKind.BINARY, Raw.bytes(bytes)));
  }

  private static Specimen text(String platform, String text) {
    return new Specimen(platform, new Frame(FrameKind.TEXT, Raw.bytes(text.getBytes(UTF_8))));
  }

  /** Those of other platforms. */
  static List<Frame> to(String platform) {
    return ALL.stream().filter(s -> !s.platform().equals(platform)).map(Specimen::frame).toList();
  }
}
