package io.github.danmuhub.platform.bilibili.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.wire.Bounds;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BilibiliPacketCodecTest {
  /** length 18, header 16, version 0, operation 5 (message), sequence 0, body {@code {}}. */
  private static final String GOOD = "00000012 0010 0000 00000005 00000000 7b7d";

  @Test
  void anAuthPacketIsWrittenAsTheWebPlayerWritesIt() {
    BilibiliPacket auth =
        BilibiliPacket.control(BilibiliPacket.AUTH, "{\"roomid\":545068}".getBytes(UTF_8));

    assertThat(HexFormat.of().formatHex(BilibiliPacketCodec.encode(auth).array()))
        .isEqualTo("00000021001000010000000700000001" + "7b22726f6f6d6964223a3534353036387d");
  }

  @Test
  void aHeartbeatOnTcpIsTheBareHeader() {
    BilibiliPacket heartbeat = BilibiliPacket.control(BilibiliPacket.HEARTBEAT, new byte[0]);

    assertThat(HexFormat.of().formatHex(BilibiliPacketCodec.encode(heartbeat).array()))
        .isEqualTo("00000010001000010000000200000001");
  }

  @Test
  void packetsOfOneFrameComeInOrder() {
    PacketLog log = PacketLog.of(GOOD + "00000013 0010 0001 00000008 00000001 7b207d");

    assertThat(log.bodies).containsExactly("{}", "{ }");
    assertThat(log.packets.get(1).operation()).isEqualTo(BilibiliPacket.AUTH_REPLY);
    assertThat(log.malformed).isEmpty();
  }

  @Test
  void theEchoBehindAHeartbeatReplyIsNoPacket() {
    PacketLog log =
        PacketLog.of(
            "00000014 0010 0001 00000003 00000000 000009a2" // length 20, popularity 2466
                + "5b6f626a656374204f626a6563745d"); // [object Object]

    assertThat(log.packets).hasSize(1);
    assertThat(log.packets.get(0).body().getInt(0)).isEqualTo(2466);
    assertThat(log.malformed).isEmpty();
  }

  @Test
  void aPacketBehindAHeartbeatReplyIsNoEcho() {
    PacketLog log = PacketLog.of("00000014 0010 0001 00000003 00000000 00000001" + GOOD);

    assertThat(log.packets).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {BilibiliPacket.ZLIB, BilibiliPacket.BROTLI})
  void compressedPacketsAreTakenApartThroughLayers(int version) {
    BilibiliPacket once = BilibiliPacketCodec.compress(version, message("一"), message("二"));
    BilibiliPacket twice = BilibiliPacketCodec.compress(BilibiliPacket.ZLIB, once, message("三"));

    assertThat(PacketLog.of(BilibiliPacketCodec.encode(twice, message("四"))).bodies)
        .containsExactly("一", "二", "三", "四");
  }

  @Test
  void tooManyCompressedLayersAreOneMalformed() {
    BilibiliPacket packet = message("deep");
    for (int depth = 0; depth <= Bounds.NESTING; depth++) {
      packet = BilibiliPacketCodec.compress(BilibiliPacket.ZLIB, packet);
    }

    PacketLog log = PacketLog.of(BilibiliPacketCodec.encode(packet, message("after")));

    assertThat(log.malformed).containsExactly("more than 4 compressed layers");
    assertThat(log.bodies).containsExactly("after");
  }

  @ParameterizedTest
  @CsvSource({
    "00000000, packet length 0 is shorter than its header",
    "00000008, packet length 8 is shorter than its header",
    "ffffffff, packet length -1 is shorter than its header",
    "0001869f, packet length 99999 is beyond the 36 bytes there are",
    "7fffffff, packet length 2147483647 is beyond the 36 bytes there are"
  })
  void behindALengthThatLiesTheRestIsOneMalformed(String length, String why) {
    PacketLog log = PacketLog.of(GOOD + length + "0010 0000 00000005 00000000 7b7d" + GOOD);

    assertThat(log.bodies).containsExactly("{}");
    assertThat(log.malformed).containsExactly(why);
    assertThat(log.lost).containsExactly(36);
  }

  @Test
  void aHugeHeaderLengthIsALengthThatLies() {
    PacketLog log = PacketLog.of(GOOD + "00000012 ea60 0000 00000005 00000000 7b7d");

    assertThat(log.bodies).containsExactly("{}");
    assertThat(log.malformed).containsExactly("packet header length is 60000 instead of 16");
  }

  @Test
  void aCutOffHeaderIsMalformed() {
    assertThat(PacketLog.of("000000").malformed)
        .containsExactly("packet header is cut off: 3 of 16 bytes");
  }

  @Test
  void anEmptyFrameIsTold() {
    assertThat(PacketLog.of("").malformed).containsExactly("empty frame");
  }

  @ParameterizedTest
  @CsvSource({"0009, unknown packet version 9", "0002, zlib", "0003, brotli"})
  void aPacketThatCannotBeReadCostsOnlyItself(String version, String why) {
    PacketLog log = PacketLog.of("00000014 0010" + version + "00000005 00000000 ffffffff" + GOOD);

    assertThat(log.malformed).singleElement().asString().startsWith(why);
    assertThat(log.lost).containsExactly(20);
    assertThat(log.bodies).containsExactly("{}");
  }

  @ParameterizedTest
  @ValueSource(ints = {BilibiliPacket.ZLIB, BilibiliPacket.BROTLI})
  void aCutOffCompressedBodyIsMalformed(int version) {
    BilibiliPacket whole = BilibiliPacketCodec.compress(version, message("一些弹幕"));
    ByteBuffer cut = whole.body().slice(0, whole.body().remaining() - 3);

    PacketLog log =
        PacketLog.of(BilibiliPacketCodec.encode(new BilibiliPacket(version, 5, 0, cut)));

    assertThat(log.malformed).singleElement().asString().endsWith("is cut off");
  }

  @ParameterizedTest
  @ValueSource(ints = {BilibiliPacket.ZLIB, BilibiliPacket.BROTLI})
  void aBombIsRefusedAndItsNeighbourArrives(int version) {
    ByteBuffer zeros = ByteBuffer.allocate(Bounds.INFLATED);
    BilibiliPacket bomb = BilibiliPacketCodec.compress(version, new BilibiliPacket(0, 5, 0, zeros));

    PacketLog log = PacketLog.of(BilibiliPacketCodec.encode(bomb, message("after")));

    assertThat(log.malformed).containsExactly("inflates to more than 16 MiB");
    assertThat(log.bodies).containsExactly("after");
  }

  @ParameterizedTest
  @ValueSource(ints = {BilibiliPacket.ZLIB, BilibiliPacket.BROTLI})
  void theBodiesOfAFrameInflateToNoMoreThanTheFrameMay(int version) {
    ByteBuffer zeros = ByteBuffer.allocate(Bounds.INFLATED);
    BilibiliPacket bomb = BilibiliPacketCodec.compress(version, new BilibiliPacket(0, 5, 0, zeros));
    BilibiliPacket[] packets = new BilibiliPacket[1_000];
    Arrays.fill(packets, bomb);

    PacketLog log = PacketLog.of(BilibiliPacketCodec.encode(packets));

    String spent = "the frame inflates to more than 32 MiB";
    assertThat(log.malformed).hasSizeLessThanOrEqualTo(4).last().isEqualTo(spent);
    assertThat(log.lost.get(log.lost.size() - 1)).isGreaterThan(990 * bomb.body().remaining());
  }

  @Test
  void whatABodyInflatedToBeforeItBrokeCountsForItsFrameToo() {
    ByteBuffer zeros = ByteBuffer.allocate(1 << 20);
    BilibiliPacket good =
        BilibiliPacketCodec.compress(BilibiliPacket.ZLIB, new BilibiliPacket(0, 5, 0, zeros));
    ByteBuffer body = good.body().duplicate();
    byte[] broken = new byte[body.remaining()];
    body.get(broken);
    broken[broken.length - 1] ^= 1; // its checksum
    BilibiliPacket[] packets = new BilibiliPacket[1_000];
    Arrays.fill(packets, new BilibiliPacket(BilibiliPacket.ZLIB, 5, 0, ByteBuffer.wrap(broken)));

    PacketLog log = PacketLog.of(BilibiliPacketCodec.encode(packets));

    assertThat(log.malformed)
        .hasSizeLessThan(40)
        .contains("zlib body is broken: incorrect data check");
    assertThat(log.malformed).last().isEqualTo("the frame inflates to more than 32 MiB");
  }

  @Test
  void aPacketThatLiesBehindAHeartbeatReplyIsNoEcho() {
    PacketLog log =
        PacketLog.of(
            "00000014 0010 0001 00000003 00000000 00000001"
                + "0001869f 0010 0000 00000005 00000000 7b7d"); // 99,999 bytes

    assertThat(log.malformed)
        .containsExactly("packet length 99999 is beyond the 18 bytes there are");
  }

  @Test
  void packetsAreCountedOverAllLayers() {
    BilibiliPacket[] packets = new BilibiliPacket[Bounds.PACKETS_PER_FRAME / 2];
    Arrays.fill(packets, message(""));
    BilibiliPacket half = BilibiliPacketCodec.compress(BilibiliPacket.ZLIB, packets);

    PacketLog log = PacketLog.of(BilibiliPacketCodec.encode(half, half));

    // the two compressed packets count as well
    assertThat(log.packets).hasSize(Bounds.PACKETS_PER_FRAME - 2);
    assertThat(log.malformed).containsExactly("more than 20000 packets in a frame");
  }

  private static BilibiliPacket message(String body) {
    return new BilibiliPacket(
        BilibiliPacket.PLAIN, BilibiliPacket.MESSAGE, 0, ByteBuffer.wrap(body.getBytes(UTF_8)));
  }
}
