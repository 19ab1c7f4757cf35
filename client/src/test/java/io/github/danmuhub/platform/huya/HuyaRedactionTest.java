package io.github.danmuhub.platform.huya;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.huya.packet.HuyaConnectInfo;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsWriter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuyaRedactionTest {
  private static final String SECRET = "s3cr3t";

  private final HuyaRedaction redaction = new HuyaRedaction();

  private static boolean holdsSecret(ByteBuffer frame) {
    return UTF_8.decode(frame.duplicate()).toString().contains(SECRET);
  }

  @Test
  void ourOwnFramesStayAsTheyAre() {
    for (String capture : List.of("register_group_req_cmd16", "heartbeat_cmd20")) {
      ByteBuffer frame = HuyaCaptures.frame(capture);
      ByteBuffer redacted = redaction.sent(FrameKind.BINARY, frame);
      assertThat(redacted.limit(frame.remaining())).isEqualTo(frame);
    }
  }

  @Test
  void theTokenOfARegistrationIsBlanked() {
    byte[] data =
        new TarsWriter()
            .list(0, List.of("live:1"), (out, name) -> out.string(0, name))
            .string(1, SECRET)
            .toBytes();
    ByteBuffer frame = HuyaPacket.of(HuyaPacket.REGISTER_GROUPS, data, 1).encode();
    ByteBuffer redacted = redaction.sent(FrameKind.BINARY, frame);
    assertThat(holdsSecret(redacted)).isFalse();
    assertThat(UTF_8.decode(redacted).toString()).contains("live:1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 12, 33, 99})
  void whatElseGoesOutIsBlankedWhole(int type) throws MalformedException {
    byte[] data = new TarsWriter().string(7, SECRET).toBytes();
    ByteBuffer redacted = redaction.sent(FrameKind.BINARY, HuyaPacket.of(type, data, 5).encode());
    assertThat(HuyaPacket.decode(redacted)).isEqualTo(HuyaPacket.of(type, new byte[0], 5));
  }

  @Test
  void aFrameThatCannotBeReadIsBlankedWhole() {
    ByteBuffer frame = ByteBuffer.wrap(("\u000f" + SECRET).getBytes(UTF_8));
    assertThat(redaction.sent(FrameKind.BINARY, frame).remaining()).isZero();
  }

  @Test
  void urlsLoseWhatMayBeSecret() {
    String lookup = "https://mp.huya.com/cache.php?m=Live&do=profileRoom&roomid=lpl&showSecret=1";
    assertThat(redaction.url(URI.create(lookup))).isEqualTo(lookup);
    assertThat(redaction.url(URI.create(lookup + "&token=" + SECRET)))
        .isEqualTo("https://mp.huya.com/cache.php?***");
    URI socket = HuyaConnectInfo.visitor(SECRET).url("wsapi.huya.com");
    assertThat(redaction.url(socket)).isEqualTo("wss://wsapi.huya.com/?***");
    assertThat(redaction.url(URI.create("https://www.huya.com/lpl")))
        .isEqualTo("https://www.huya.com/lpl");
  }

  @Test
  void answersAreBlankedWhole() {
    Raw body = Raw.json("{\"token\":\"" + SECRET + "\"}");
    assertThat(redaction.answer(URI.create("https://mp.huya.com/cache.php"), body))
        .isEqualTo(Raw.NOTHING);
  }
}
