package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.wire.Decompressors.Format;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are inflated, or read as protobuf, within the bounds, or refused in words. */
class WireFuzzTest {
  private static final Decompressors DECOMPRESSORS = new Decompressors();

  static Stream<byte[]> compressed() {
    byte[] text = "弹幕 danmu ".repeat(50).getBytes(UTF_8);
    return Stream.of(Format.values()).map(format -> Compressors.compress(format, text));
  }

  @MethodSource("compressed")
  @FuzzTest
  void anyBodyIsInflatedWithinTheBoundOrRefused(byte[] body) {
    for (Format format : Format.values()) {
      try {
        ByteBuffer out = DECOMPRESSORS.decompress(format, ByteBuffer.wrap(body), 0);
        assertThat(out.remaining()).isLessThanOrEqualTo(Bounds.INFLATED);
      } catch (MalformedException e) {
        assertThat(e.why()).isNotBlank();
      }
    }
  }

  static Stream<byte[]> messages() {
    byte[] inner = new ProtoWriter().varint(1, 300).string(2, "弹幕").toBytes();
    return Stream.of(inner, new ProtoWriter().bytes(3, inner).varint(4, -1).toBytes());
  }

  @MethodSource("messages")
  @FuzzTest
  void anyMessageIsReadAsATreeOrRefused(byte[] message) {
    try {
      int size =
          ProtoTree.read(ByteBuffer.wrap(message)).stream().mapToInt(ProtoTree.Field::size).sum();
      assertThat(size).isEqualTo(message.length);
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
