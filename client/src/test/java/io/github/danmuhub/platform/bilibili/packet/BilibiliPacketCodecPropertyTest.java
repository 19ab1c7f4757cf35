package io.github.danmuhub.platform.bilibili.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BilibiliPacketCodecPropertyTest {

  @Property(tries = 300)
  void whatWasEncodedIsDecodedToItself(@ForAll("packets") List<BilibiliPacket> packets) {
    PacketLog log = PacketLog.of(encode(packets));

    assertThat(log.packets).isEqualTo(packets);
    assertThat(log.malformed).hasSize(packets.isEmpty() ? 1 : 0);
  }

  @Property(tries = 100)
  void compressedPacketsAreDecodedToThemselves(
      @ForAll("packets") List<BilibiliPacket> packets, @ForAll("compressed") int version) {
    BilibiliPacket batch =
        BilibiliPacketCodec.compress(version, packets.toArray(BilibiliPacket[]::new));

    assertThat(PacketLog.of(BilibiliPacketCodec.encode(batch)).packets).isEqualTo(packets);
  }

  @Property(tries = 1000)
  void noBytesMakeTheDecoderThrow(@ForAll byte[] bytes) {
    PacketLog log = PacketLog.of(ByteBuffer.wrap(bytes));

    assertThat(log.packets.size() + log.malformed.size()).isPositive();
  }

  @Property(tries = 500)
  void oneChangedByteLosesNothingBeforeIt(
      @ForAll("packets") List<BilibiliPacket> packets, @ForAll int place, @ForAll byte value) {
    ByteBuffer frame = encode(packets);
    if (!frame.hasRemaining()) {
      return;
    }
    int at = Math.floorMod(place, frame.remaining());
    frame.put(at, value);

    PacketLog log = PacketLog.of(frame);

    int whole = 0;
    for (int end = 0; whole < packets.size(); whole++) {
      end += BilibiliPacket.HEADER + packets.get(whole).body().remaining();
      if (end > at) {
        break;
      }
    }
    assertThat(log.packets).hasSizeGreaterThanOrEqualTo(whole);
    assertThat(log.packets.subList(0, whole)).isEqualTo(packets.subList(0, whole));
  }

  @Property(tries = 1000)
  void framingNeverCutsMoreThanThereIs(@ForAll byte[] bytes) {
    try {
      assertThat(new BilibiliFraming().next(ByteBuffer.wrap(bytes))).isBetween(0, bytes.length);
    } catch (MalformedException e) {
      assertThat(e.why()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<Integer> compressed() {
    return Arbitraries.of(BilibiliPacket.ZLIB, BilibiliPacket.BROTLI);
  }

  @Provide
  Arbitrary<List<BilibiliPacket>> packets() {
    Arbitrary<byte[]> body = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    return Combinators.combine(
            Arbitraries.of(BilibiliPacket.PLAIN, BilibiliPacket.CONTROL),
            // without the echo, which is no packet
            Arbitraries.integers().filter(op -> op != BilibiliPacket.HEARTBEAT_REPLY),
            Arbitraries.integers(),
            body)
        .as((v, op, seq, bytes) -> new BilibiliPacket(v, op, seq, ByteBuffer.wrap(bytes)))
        .list()
        .ofMaxSize(12);
  }

  private static ByteBuffer encode(List<BilibiliPacket> packets) {
    return BilibiliPacketCodec.encode(packets.toArray(BilibiliPacket[]::new));
  }
}
