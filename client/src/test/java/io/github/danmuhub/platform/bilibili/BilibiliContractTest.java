package io.github.danmuhub.platform.bilibili;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.packet.BilibiliFraming;
import io.github.danmuhub.platform.contract.PlatformContract;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.testing.WiredRoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class BilibiliContractTest extends PlatformContract<Bilibili> {
  private static final String SESSION = "f00dsession";
  private static final String DEVICE = "D3V1C3-ABCDinfoc";

  BilibiliContractTest() {
    super(new Bilibili());
  }

  @Override
  protected RoomRef room() {
    return new RoomRef("bilibili", "545068");
  }

  @Override
  protected Map<String, String> roomForms() {
    return Map.of(
        "21452505", "21452505",
        " 6 ", "6",
        "https://live.bilibili.com/21452505?live_from=84001", "21452505",
        "live.bilibili.com/h5/6", "6",
        "https://live.bilibili.com/blanc/6?liteVersion=true#x", "6");
  }

  @Override
  protected List<String> noRooms() {
    return List.of(
        "0",
        "lpl",
        "-6",
        "https://www.bilibili.com/video/BV1",
        "https://live.bilibili.com/",
        "https://live.douyin.com/6");
  }

  @Override
  protected Vocabulary vocabulary() {
    return HostedPlatform.vocabularyOf(new Bilibili());
  }

  @Override
  protected Redaction redaction() {
    return new BilibiliRedaction();
  }

  @Override
  protected Dissector dissector() {
    return new BilibiliDissector();
  }

  @Override
  protected Credentials account() {
    return new Credentials("SESSDATA=%s; buvid3=%s; DedeUserID=77".formatted(SESSION, DEVICE));
  }

  @Override
  protected List<String> secrets(WiredRoom room) {
    return List.of(SESSION, DEVICE);
  }

  @Override
  protected Optional<Framing> framing() {
    return Optional.of(new BilibiliFraming());
  }

  @Override
  protected Map<String, String> overTcp() {
    return Map.of("transport", "tcp");
  }

  @Override
  protected long heartbeatMs() {
    return 30_000;
  }

  @Override
  protected Map<Fault, Ending> faults() {
    return Map.of(
        Fault.BAD_JSON, Ending.REPORTED,
        Fault.BAD_LENGTH, Ending.REPORTED,
        Fault.ZERO_LENGTH, Ending.REPORTED,
        Fault.BOMB, Ending.REPORTED,
        Fault.UNKNOWN_OP, Ending.REPORTED,
        Fault.LOOKUP_REFUSED, Ending.DIALLED_AGAIN,
        Fault.AUTH_REFUSED, Ending.DIALLED_AGAIN);
  }

  /** An hour of a real room: repeated length and frame. */
  @Override
  protected Stream<RecordedFrame> captures() {
    ByteBuffer in = ByteBuffer.wrap(capture());
    List<RecordedFrame> frames = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] frame = new byte[in.getInt()];
      in.get(frame);
      frames.add(new RecordedFrame(0, FrameKind.BINARY, Raw.bytes(frame)));
    }
    return frames.stream();
  }

  private static byte[] capture() {
    try {
      return Files.readAllBytes(Captures.dir().resolve("bilibili/blive-ws/message.anon.bin"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
