package io.github.danmuhub.platform.huya.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.testing.Seeds;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any frame is taken apart within the bounds, or refused in words. */
class HuyaPacketFuzzTest {

  static Stream<byte[]> frames() {
    return Seeds.of(
        () ->
            Stream.of(
                HuyaGroups.of(7).request(1).encode().array(),
                HuyaPush.one("live:7", HuyaMessage.of(1400, "弹幕".getBytes(UTF_8), 9))
                    .encode()
                    .array(),
                HuyaPush.batch("live:7", List.of(HuyaMessage.of(8006, new byte[3], 9)))
                    .encode()
                    .array()));
  }

  @MethodSource("frames")
  @FuzzTest
  void anyFrameIsReadOrRefused(byte[] frame) {
    try {
      HuyaPacket packet = HuyaPacket.decode(ByteBuffer.wrap(frame));
      List<HuyaMessage> messages = new ArrayList<>();
      HuyaPush.decode(packet, messages::add);
      assertThat(packet.data().remaining()).isLessThanOrEqualTo(frame.length);
      assertThat(messages.size()).isLessThanOrEqualTo(frame.length);
      HuyaGroups.ofAnswer(packet);
      HuyaWup.decode(packet);
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
