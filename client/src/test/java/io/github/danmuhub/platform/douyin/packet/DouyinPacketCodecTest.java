package io.github.danmuhub.platform.douyin.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.douyin.Douyins;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DouyinPacketCodecTest {
  private final Decompressors decompressors = new Decompressors();

  @Test
  void theHeartbeatIsFourBytes() {
    // field 7 payload_type, length 2, "hb"
    assertThat(hex(DouyinPacketCodec.heartbeat())).isEqualTo("3a026862");
  }

  @Test
  void anAckNamesTheLogIdAndCarriesInternalExt() {
    // 2 LogID = 2^63 + 1 as ten varint bytes, 7 "ack", 8 "x"
    assertThat(hex(DouyinPacketCodec.ack(Long.MIN_VALUE + 1, "x")))
        .isEqualTo("10" + "81808080808080808001" + "3a0361636b" + "420178");
  }

  @Test
  void clientFramesAreThoseOfTheGoldenFile() throws Exception {
    Map<String, String> golden = new java.util.HashMap<>();
    for (String line :
        Files.readAllLines(Douyins.dir().resolve("synthetic/client_to_server.txt"))) {
      int blank = line.indexOf(' ');
      golden.put(line.substring(0, blank), line.substring(blank + 1));
    }
    assertThat(hex(DouyinPacketCodec.heartbeat())).isEqualTo(golden.get("hb"));
    DouyinPacket ack =
        DouyinPacketCodec.decode(ByteBuffer.wrap(HexFormat.of().parseHex(golden.get("ack"))));
    assertThat(ack.payloadType()).isEqualTo("ack");
    assertThat(hex(DouyinPacketCodec.ack(ack.logId(), UTF_8.decode(ack.payload()).toString())))
        .isEqualTo(golden.get("ack"));
  }

  @Test
  void aLogIdAboveTwoToThe63SurvivesTheWayThereAndBack() throws MalformedException {
    long logId = Long.parseUnsignedLong("18446744073709551615");
    DouyinPacket ack = DouyinPacketCodec.decode(DouyinPacketCodec.ack(logId, ""));
    assertThat(Long.toUnsignedString(ack.logId())).isEqualTo("18446744073709551615");
  }

  @Test
  void aPacketReadsAsItWasWritten() throws MalformedException {
    DouyinPacket packet =
        new DouyinPacket(
            7,
            9,
            8888,
            8,
            Map.of("compress_type", "none"),
            "pb",
            "msg",
            ByteBuffer.wrap(new byte[] {1}));
    assertThat(DouyinPacketCodec.decode(DouyinPacketCodec.encode(packet))).isEqualTo(packet);
  }

  @Test
  void bodiesAreInflatedBySayingSoAndByTheirMagic() throws MalformedException {
    byte[] gzip = DouyinPacketCodec.gzip("hello".getBytes(UTF_8));
    assertThat(inflate("gzip", gzip)).isEqualTo("hello");
    assertThat(inflate("none", gzip)).isEqualTo("hello");
    assertThat(inflate("", "hello".getBytes(UTF_8))).isEqualTo("hello");
  }

  @Test
  void aCompressTypeThatLiesIsReported() {
    assertThatThrownBy(() -> inflate("gzip", "hello, this is plain".getBytes(UTF_8)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("gzip magic is missing");
  }

  @Test
  void aCutOffGzipBodyIsReported() {
    byte[] gzip = DouyinPacketCodec.gzip("hello hello hello hello".getBytes(UTF_8));
    for (int length = 1; length < gzip.length - 8; length++) {
      byte[] cut = Arrays.copyOf(gzip, length);
      assertThatThrownBy(() -> inflate("gzip", cut)).isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void aBombIsRefusedWhileItInflates() {
    byte[] bomb = DouyinPacketCodec.gzip(new byte[Bounds.INFLATED + 1]);
    assertThatThrownBy(() -> inflate("gzip", bomb)).hasMessage("inflates to more than 16 MiB");
  }

  @Test
  void tenThousandMessagesAreReadAndTwentyThousandAndOneAreTooMany() throws MalformedException {
    byte[] message = DouyinResponseCodec.encode(new DouyinMessage("M", ByteBuffer.allocate(0), 1));
    assertThat(count(repeated(message, 10_000))).isEqualTo(10_000);
    assertThatThrownBy(() -> count(repeated(message, Bounds.PACKETS_PER_FRAME + 1)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void oneBrokenMessageCostsNoNeighbour() throws MalformedException {
    byte[] good = DouyinResponseCodec.encode(new DouyinMessage("M", ByteBuffer.allocate(0), 1));
    // a length of 127 with nothing behind it
    byte[] bad = {0x0a, 0x7f};
    byte[] body =
        new ProtoWriter()
            .bytes(1, good)
            .bytes(1, bad)
            .bytes(1, new byte[0])
            .bytes(1, good)
            .toBytes();
    Counter counter = new Counter();
    DouyinResponseCodec.messages(ByteBuffer.wrap(body), counter);
    assertThat(counter.messages).isEqualTo(2);
    assertThat(counter.broken).hasSize(2).contains("message names no method");
  }

  @Test
  void everyPrefixOfAFrameIsReadOrReported() {
    byte[] frame =
        Douyins.frame(5, true, List.of(new DouyinMessage("M", ByteBuffer.allocate(0), 1)));
    for (int length = 0; length < frame.length; length++) {
      try {
        DouyinPacketCodec.decode(ByteBuffer.wrap(frame, 0, length));
      } catch (MalformedException e) {
        assertThat(e.why()).isNotEmpty();
      }
    }
  }

  @Test
  void groupsAreSkippedAndUnknownWireTypesReported() throws MalformedException {
    // field 9: group begin, varint inside, group end; then 7 "hb"
    byte[] group = HexFormat.of().parseHex("4b" + "0801" + "4c" + "3a026862");
    assertThat(DouyinPacketCodec.decode(ByteBuffer.wrap(group)).payloadType()).isEqualTo("hb");
    assertThatThrownBy(() -> DouyinPacketCodec.decode(ByteBuffer.wrap(new byte[] {0x4f})))
        .isInstanceOf(MalformedException.class);
    byte[] deep = new byte[100_000];
    Arrays.fill(deep, (byte) 0x4b);
    assertThatThrownBy(() -> DouyinPacketCodec.decode(ByteBuffer.wrap(deep)))
        .isInstanceOf(MalformedException.class);
  }

  private static byte[] repeated(byte[] message, int times) {
    ProtoWriter body = new ProtoWriter();
    for (int i = 0; i < times; i++) {
      body.bytes(1, message);
    }
    return body.toBytes();
  }

  private static int count(byte[] body) throws MalformedException {
    Counter counter = new Counter();
    DouyinResponseCodec.messages(ByteBuffer.wrap(body), counter);
    return counter.messages;
  }

  private static final class Counter implements DouyinResponseCodec.Visitor {
    private int messages;
    private final List<String> broken = new ArrayList<>();

    @Override
    public void onMessage(DouyinMessage message) {
      messages++;
    }

    @Override
    public void onBroken(String why, ByteBuffer raw) {
      broken.add(why);
    }
  }

  private String inflate(String compressType, byte[] payload) throws MalformedException {
    DouyinPacket packet =
        new DouyinPacket(
            0,
            0,
            0,
            0,
            Map.of("compress_type", compressType),
            "pb",
            "msg",
            ByteBuffer.wrap(payload));
    return UTF_8.decode(DouyinPacketCodec.inflate(packet, decompressors)).toString();
  }

  private static String hex(ByteBuffer bytes) {
    return HexFormat.of().formatHex(Douyins.bytes(bytes));
  }
}
