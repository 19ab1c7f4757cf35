package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Credentials;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class DouyinContractTest extends PlatformContract<Douyin> {
  DouyinContractTest() {
    super(new Douyin());
  }

  @Override
  protected RoomRef room() {
    return Douyins.ROOM;
  }

  @Override
  protected Map<String, String> roomForms() {
    return Map.of(
        "80017709309", "80017709309",
        "cat_teaser-1", "cat_teaser-1",
        " https://live.douyin.com/80017709309 ", "80017709309",
        "live.douyin.com/80017709309/", "80017709309",
        "https://live.douyin.com/80017709309?enter_from_merge=web_live&x=1#y", "80017709309",
        "https://www.douyin.com/follow/live/80017709309", "80017709309",
        "https://www.douyin.com/root/live/80017709309?a=b", "80017709309");
  }

  @Override
  protected List<String> noRooms() {
    return List.of(
        "https://live.bilibili.com/21452505",
        "https://www.huya.com/lpl",
        "https://live.douyin.com/",
        "https://live.douyin.com/webcast/im/fetch/",
        "https://www.douyin.com/video/1");
  }

  @Override
  protected Vocabulary vocabulary() {
    return HostedPlatform.vocabularyOf(new Douyin());
  }

  @Override
  protected Redaction redaction() {
    return new DouyinRedaction();
  }

  @Override
  protected Dissector dissector() {
    return new DouyinDissector();
  }

  @Override
  protected Credentials account() {
    return new Credentials("sessionid=s3cr3tsession; ttwid=s3cr3tvisitor");
  }

  @Override
  protected List<String> secrets(WiredRoom room) {
    return List.of("s3cr3tsession", "s3cr3tvisitor");
  }

  @Override
  protected long heartbeatMs() {
    return DouyinSession.HEARTBEAT_MS;
  }

  @Override
  protected boolean admitsByHandshake() {
    return true;
  }

  /** Of two witnesses one is enough to call a room live. */
  @Override
  protected Map<Fault, Ending> faults() {
    return Map.of(
        Fault.BAD_JSON, Ending.REPORTED,
        Fault.BAD_LENGTH, Ending.REPORTED,
        Fault.ZERO_LENGTH, Ending.REPORTED,
        Fault.BOMB, Ending.REPORTED,
        Fault.UNKNOWN_OP, Ending.UNKNOWN,
        Fault.LOOKUP_REFUSED, Ending.PASSED_OVER,
        Fault.AUTH_REFUSED, Ending.DIALLED_AGAIN,
        Fault.DEVICE_BLOCKED, Ending.DIALLED_AGAIN);
  }

  /** Those of one hour; the real frame of 2022 is told again in {@link DouyinCapturesTest}. */
  @Override
  protected Stream<RecordedFrame> captures() {
    return Stream.of(
            "synthetic/01_chat.bin",
            "synthetic/02_chat_rtf_emoji.bin",
            "synthetic/03_gift_combo_0_repeat1_end0.bin",
            "synthetic/03_gift_combo_1_repeat3_end0.bin",
            "synthetic/03_gift_combo_3_repeat5_end0.bin",
            "synthetic/03_gift_combo_4_repeat5_end1.bin",
            "synthetic/04_gift_group10.bin",
            "synthetic/05_gift_noncombo.bin",
            "synthetic/06_like_member_social.bin",
            "synthetic/08_fansclub_emoji_screen.bin",
            "synthetic/09_unknown_method.bin",
            "synthetic/burst60.bin")
        .map(DouyinContractTest::recorded);
  }

  private static RecordedFrame recorded(String name) {
    try {
      return new RecordedFrame(0, FrameKind.BINARY, Raw.bytes(Douyins.capture(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
