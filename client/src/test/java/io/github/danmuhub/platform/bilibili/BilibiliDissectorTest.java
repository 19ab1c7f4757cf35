package io.github.danmuhub.platform.bilibili;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.dissect.Layer.Field;
import io.github.danmuhub.platform.dissect.Layer.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BilibiliDissectorTest {
  private final BilibiliDissector dissector = new BilibiliDissector();

  private static ByteBuffer hex(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private List<Layer> dissect(ByteBuffer frame) {
    return dissector.dissect(FrameKind.BINARY, frame);
  }

  @Test
  void theHeaderOfAnAuthReplyIsSaidInWords() {
    // length 26, header 16, version 1, operation 8, sequence 1, {"code":0}
    ByteBuffer frame = hex("0000001a 0010 0001 00000008 00000001 7b22636f6465223a307d");
    assertThat(dissector.recognizes(FrameKind.BINARY, frame)).isEqualTo(Dissector.CERTAIN);
    Layer packet = dissect(frame).get(0);
    assertThat(packet.title()).isEqualTo("packet");
    assertThat(packet.fields())
        .containsExactly(
            Field.of("length", 26).at(new Place(0, 4, "0000001a")),
            Field.of("header length", 16).at(new Place(4, 2, "0010")),
            new Field("version", "1", "control").at(new Place(6, 2, "0001")),
            new Field("operation", "8", "authentication reply").at(new Place(8, 4, "00000008")),
            Field.of("sequence", 1).at(new Place(12, 4, "00000001")));
    assertThat(packet.inner())
        .containsExactly(
            new Layer("body", 16, 10, List.of(Field.of("body", "{\"code\":0}")), List.of()));
  }

  @Test
  void offsetsCountWithinTheFrame() {
    ByteBuffer two = hex("00000014001000010000000300000001000009a2".repeat(2));
    Layer body = dissect(two).get(1).inner().get(0);
    assertThat(body.offset()).isEqualTo(36);
    assertThat(body.fields())
        .containsExactly(new Field("popularity", "2466", "人气").at(new Place(36, 4, "000009a2")));
  }

  @Test
  void ofAnAuthPacketOnlyTheTokenIsHidden() {
    assertThat(body("{\"uid\":0,\"roomid\":545068,\"key\":\"SECRET\"}"))
        .containsExactly(
            Field.of("uid", "0"),
            Field.of("roomid", "545068"),
            new Field("key", "(hidden)", "the token"));
  }

  @Test
  void anAuthPacketThatIsNoJsonIsHiddenWhole() {
    assertThat(body("{\"key\":\"SECRET").toString()).doesNotContain("SECRET").contains("broken");
  }

  private List<Field> body(String auth) {
    return dissect(packet(BilibiliPacket.AUTH, auth)).get(0).inner().get(0).fields();
  }

  private static ByteBuffer packet(int operation, String body) {
    return BilibiliPacketCodec.encode(BilibiliPacket.control(operation, body.getBytes(UTF_8)));
  }

  @Test
  void authenticationAndHeartbeatAreTheClients() {
    assertThat(isFromClient(packet(BilibiliPacket.AUTH, "{}"))).isTrue();
    assertThat(isFromClient(packet(BilibiliPacket.HEARTBEAT, ""))).isTrue();
    assertThat(isFromClient(packet(BilibiliPacket.AUTH_REPLY, "{}"))).isFalse();
    assertThat(isFromClient(hex("00000010"))).isFalse();
  }

  private boolean isFromClient(ByteBuffer frame) {
    return dissector.isFromClient(FrameKind.BINARY, frame);
  }

  @Test
  void packetsInZlibAreTakenApart() throws IOException {
    ByteBuffer inner =
        BilibiliPacketCodec.encode(message(0, "{\"cmd\":\"A\"}"), message(0, "{\"cmd\":\"B\"}"));
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(zlib)) {
      byte[] plain = new byte[inner.remaining()];
      inner.get(plain);
      out.write(plain);
    }
    ByteBuffer frame =
        BilibiliPacketCodec.encode(
            new BilibiliPacket(2, BilibiliPacket.MESSAGE, 0, ByteBuffer.wrap(zlib.toByteArray())));
    Layer body = dissect(frame).get(0).inner().get(0);
    assertThat(body.title()).isEqualTo("zlib body");
    assertThat(body.inner()).extracting(Layer::title).containsExactly("packet", "packet");
    assertThat(body.inner()).extracting(Layer::offset).containsExactly(0, 27);
    assertThat(body.toString()).contains("{\"cmd\":\"A\"}", "{\"cmd\":\"B\"}");
  }

  private static BilibiliPacket message(int version, String json) {
    return new BilibiliPacket(
        version, BilibiliPacket.MESSAGE, 0, ByteBuffer.wrap(json.getBytes(UTF_8)));
  }

  @Test
  void aHeartbeatReplyShowsThePopularityAndTheEchoBehindIt() {
    // length 20 counts the popularity 12345; the echo [object Object] is outside of it
    ByteBuffer frame =
        hex("00000014 0010 0001 00000003 00000000 00003039 5b6f626a656374204f626a6563745d");
    List<Layer> layers = dissect(frame);
    assertThat(layers).extracting(Layer::title).containsExactly("packet", "rest");
    assertThat(layers.toString()).contains("12345", "[object Object]");
  }

  @Test
  void aLengthThatLiesIsSaid() {
    ByteBuffer frame = hex("00000100 0010 0001 00000008 00000001 7b7d");
    assertThat(dissector.recognizes(FrameKind.BINARY, frame)).isBetween(1, 99);
    assertThat(dissect(frame).toString()).contains("only 18 bytes are there");
  }

  @Property(tries = 300)
  void noBytesMakeItThrow(@ForAll byte[] bytes) {
    ByteBuffer frame = ByteBuffer.wrap(bytes);
    assertThat(new BilibiliDissector().recognizes(FrameKind.BINARY, frame)).isBetween(0, 100);
    assertThat(new BilibiliDissector().dissect(FrameKind.BINARY, frame)).isNotNull();
    assertThat(frame.position()).isZero();
  }
}
