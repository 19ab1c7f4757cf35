package io.github.danmuhub.platform.bilibili;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.packet.BilibiliAuth;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.bilibili.packet.PacketLog;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BilibiliTest {
  private final Bilibili bilibili = new Bilibili();

  @ParameterizedTest
  @CsvSource({
    "21452505, 21452505",
    "6, 6",
    "https://live.bilibili.com/21452505, 21452505",
    "https://live.bilibili.com/21452505?live_from=84001&spm_id_from=333.337, 21452505",
    "http://live.bilibili.com/6/, 6",
    "live.bilibili.com/h5/6, 6",
    "https://live.bilibili.com/blanc/6?liteVersion=true#x, 6",
    "' 6 ', 6"
  })
  void aRoomIsReadAsAPersonWritesIt(String written, String room) {
    assertThat(bilibili.parse(written)).contains(new RoomRef("bilibili", room));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "lpl",
        "-6",
        "1234567890123456789012",
        "https://www.bilibili.com/video/BV1",
        "https://live.bilibili.com/",
        "https://live.bilibili.com.evil.example/6",
        "https://live.douyin.com/6"
      })
  void whatIsNoRoomOfThisPlatformIsLeftToOthers(String written) {
    assertThat(bilibili.parse(written)).isEmpty();
  }

  @Test
  void secretsOfTheAuthenticationAreBlankedAndThePacketStaysWellFormed() {
    BilibiliPacket auth = new BilibiliAuth(77, 545068, 3, "DEVICE", "TOKEN").packet(new Random(1));
    BilibiliPacket heartbeat =
        BilibiliPacket.control(BilibiliPacket.HEARTBEAT, "[object Object]".getBytes(UTF_8));

    PacketLog log = PacketLog.of(redact(BilibiliPacketCodec.encode(auth, heartbeat)));

    assertThat(log.malformed).isEmpty();
    assertThat(log.bodies)
        .containsExactly(
            "{\"uid\":0,\"roomid\":545068,\"protover\":3,\"buvid\":\"\",\"support_ack\":true,"
                + "\"queue_uuid\":\"\",\"scene\":\"\",\"platform\":\"web\",\"type\":2,\"key\":\"\"}",
            "[object Object]");
  }

  @Test
  void aBrokenAuthenticationIsBlankedAltogether() {
    BilibiliPacket auth =
        BilibiliPacket.control(BilibiliPacket.AUTH, "{\"key\":\"TOK".getBytes(UTF_8));

    assertThat(PacketLog.of(redact(BilibiliPacketCodec.encode(auth))).bodies).containsExactly("{}");
  }

  @Test
  void otherFramesStayAsTheyAre() {
    ByteBuffer frame = BilibiliPacketCodec.encode(BilibiliPacket.message(new byte[] {'{', '}'}));

    assertThat(redact(frame)).isSameAs(frame);
  }

  private ByteBuffer redact(ByteBuffer frame) {
    return bilibili.redaction().sent(FrameKind.BINARY, frame);
  }
}
