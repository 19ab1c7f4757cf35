package io.github.danmuhub.platform.huya;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.contract.PlatformContract;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.site.Fault;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.testing.WiredRoom;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class HuyaContractTest extends PlatformContract<Huya> {
  HuyaContractTest() {
    super(new Huya());
  }

  @Override
  protected RoomRef room() {
    return new RoomRef("huya", "lpl");
  }

  @Override
  protected Map<String, String> roomForms() {
    return Map.of(
        "lpl", "lpl",
        " 660527 ", "660527",
        "https://www.huya.com/lpl", "lpl",
        "https://www.huya.com/lpl?from=index#chat", "lpl",
        "http://m.huya.com/660527/", "660527",
        "m.huya.com/lpl", "lpl",
        "HUYA.com/lpl", "lpl");
  }

  @Override
  protected List<String> noRooms() {
    return List.of(
        "https://live.bilibili.com/6",
        "https://live.douyin.com/80017709309",
        "https://www.huya.com/g/lol",
        "https://www.huya.com/g",
        "https://www.huya.com/",
        "https://nothuya.com/lpl",
        "http://wsapi.huya.com/lpl");
  }

  @Override
  protected Vocabulary vocabulary() {
    return HostedPlatform.vocabularyOf(new Huya());
  }

  @Override
  protected Redaction redaction() {
    return new HuyaRedaction();
  }

  @Override
  protected Dissector dissector() {
    return new HuyaDissector();
  }

  /** Nobody signs in on Huya. */
  @Override
  protected Credentials account() {
    return Credentials.NONE;
  }

  /** What names the browser. */
  @Override
  protected List<String> secrets(WiredRoom room) {
    String query = ((Dial.WebSocket) room.dials.get(0)).uri().getRawQuery();
    return List.of(query.substring("baseinfo=".length()));
  }

  @Override
  protected long heartbeatMs() {
    return 60_000;
  }

  @Override
  protected Map<Fault, Ending> faults() {
    return Map.of(
        Fault.BAD_JSON, Ending.REPORTED,
        Fault.BAD_LENGTH, Ending.REPORTED,
        Fault.ZERO_LENGTH, Ending.REPORTED,
        Fault.BOMB, Ending.REPORTED,
        Fault.UNKNOWN_OP, Ending.UNKNOWN,
        Fault.LOOKUP_REFUSED, Ending.DIALLED_AGAIN,
        Fault.AUTH_REFUSED, Ending.DIALLED_AGAIN);
  }

  @Override
  protected Stream<RecordedFrame> captures() {
    return Stream.of(
            "synthetic/cmd7_1400_plain", "synthetic/cmd7_1400_color_long", "synthetic/cmd22_batch")
        .map(HuyaCaptures::frame)
        .map(HuyaContractTest::recorded);
  }

  private static RecordedFrame recorded(ByteBuffer frame) {
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return new RecordedFrame(0, FrameKind.BINARY, Raw.bytes(bytes));
  }
}
