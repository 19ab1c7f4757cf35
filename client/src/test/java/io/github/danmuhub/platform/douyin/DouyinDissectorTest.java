package io.github.danmuhub.platform.douyin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DouyinDissectorTest {
  private final Dissector dissector = new DouyinDissector();
  private final byte[] frame =
      Douyins.frame(
          -1L,
          true,
          List.of(Douyins.message("WebcastUnheardOf", 5, new ProtoWriter().string(3, "嗨"))));

  @Test
  void aFrameIsTakenApartDownToItsFields() {
    Layer packet = dissector.dissect(FrameKind.BINARY, ByteBuffer.wrap(frame)).get(0);
    assertThat(packet.title()).isEqualTo("PushFrame");
    assertThat(packet.fields())
        .contains(
            Layer.Field.of("LogID", "18446744073709551615")
                .at(new Layer.Place(2, 11, "10ffffffffffffffffff01")));
    Layer response = packet.inner().get(0);
    assertThat(response.fields())
        .anySatisfy(
            field -> {
              assertThat(field.at(null)).isEqualTo(Layer.Field.of("need_ack", "true"));
              assertThat(field.place()).extracting(Layer.Place::head).isEqualTo("4801");
            });
    Layer message = response.inner().get(0);
    assertThat(message.title()).isEqualTo("WebcastUnheardOf");
    assertThat(message.inner().get(0).fields().get(0).value()).isEqualTo("嗨");
  }

  @Test
  void framesOfBothDirectionsAreRecognized() {
    assertThat(recognizes(frame)).isEqualTo(Dissector.CERTAIN);
    assertThat(recognizes(Douyins.bytes(DouyinPacketCodec.heartbeat())))
        .isEqualTo(Dissector.CERTAIN);
    assertThat(recognizes(Douyins.bytes(DouyinPacketCodec.ack(1, "x"))))
        .isEqualTo(Dissector.CERTAIN);
    assertThat(recognizes(new byte[0])).isZero();
    assertThat(recognizes("{\"cmd\":1}".getBytes(UTF_8))).isZero();
  }

  @Test
  void everyPrefixSaysWhatItIsOrWhatIsWrong() {
    for (int length = 1; length < frame.length; length++) {
      byte[] cut = Arrays.copyOf(frame, length);
      assertThat(dissector.dissect(FrameKind.BINARY, ByteBuffer.wrap(cut))).isNotEmpty();
    }
  }

  private int recognizes(byte[] bytes) {
    return dissector.recognizes(FrameKind.BINARY, ByteBuffer.wrap(bytes));
  }
}
