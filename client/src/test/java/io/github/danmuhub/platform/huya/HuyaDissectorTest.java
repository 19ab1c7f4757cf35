package io.github.danmuhub.platform.huya;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.dissect.Layer.Field;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuyaDissectorTest {
  private final HuyaDissector dissector = new HuyaDissector();

  private Layer packet(String capture) {
    return dissector.dissect(FrameKind.BINARY, HuyaCaptures.frame(capture)).get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "register_group_req_cmd16",
        "heartbeat_cmd20",
        "get_props_list_req_cmd3",
        "synthetic/cmd17_register_group_rsp",
        "synthetic/cmd22_batch",
        "synthetic/cmd7_1400_plain"
      })
  void itsOwnFramesAreRecognized(String capture) {
    assertThat(dissector.recognizes(FrameKind.BINARY, HuyaCaptures.frame(capture)))
        .isEqualTo(Dissector.CERTAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000010001000010000000200000001", // Bilibili: a heartbeat
        "3a026862", // Douyin: a heartbeat
        "1400000014000000b1020000747970" // Douyu
      })
  void otherPlatformsFramesAreNotClaimed(String hex) {
    ByteBuffer frame = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    assertThat(dissector.recognizes(FrameKind.BINARY, frame)).isZero();
  }

  /** Its fields, wherever they stand. */
  private static List<Field> words(Layer layer) {
    return layer.fields().stream().map(field -> field.at(null)).toList();
  }

  @Test
  void aPacketIsShownWithItsFieldsInWords() {
    Layer packet = packet("synthetic/cmd17_register_group_rsp");
    assertThat(words(packet))
        .contains(
            new Field("iCmdType", "17", "registered for groups"),
            new Field("lTime", "1771000000000", "epoch ms"));
    assertThat(packet.inner().get(0).fields())
        .containsExactly(
            new Field("code", "0", "accepted"),
            Field.of("group", "live:1724691"),
            Field.of("group", "chat:1724691"));
  }

  @Test
  void eachMessageIsShownWithItsKindAndItsBodyAsTars() {
    List<Layer> messages = packet("synthetic/cmd22_batch").inner();
    assertThat(messages).hasSize(4);
    assertThat(words(messages.get(0))).contains(new Field("uri", "1400", "MessageNotice"));
    assertThat(words(messages.get(0).inner().get(0)))
        .contains(new Field("3", "喂猫 3", "text, sContent"));
    assertThat(words(messages.get(1).inner().get(0)))
        .containsExactly(new Field("0", "123456", "int32, iAttendeeCount"));
  }

  @Test
  void aCallOfThePageIsShownWithoutItsUsersSecrets() {
    Layer call = packet("get_props_list_req_cmd3").inner().get(0);
    assertThat(call.fields())
        .containsExactly(
            Field.of("servant", "PropsUIServer"),
            Field.of("function", "getPropsList"),
            Field.of("request", 3));
    assertThat(call.inner()).isEmpty();
  }

  @Property(tries = 500)
  void noBytesDoMoreThanBeShownAsBroken(@ForAll byte[] bytes) {
    ByteBuffer frame = ByteBuffer.wrap(bytes);
    assertThat(dissector.dissect(FrameKind.BINARY, frame)).hasSize(1);
    assertThat(dissector.recognizes(FrameKind.BINARY, frame)).isBetween(0, Dissector.CERTAIN);
    assertThat(frame.position()).isZero();
  }
}
