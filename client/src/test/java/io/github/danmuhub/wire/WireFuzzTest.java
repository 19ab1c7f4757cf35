package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.testing.Seeds;
import io.github.danmuhub.wire.Decompressors.Format;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are inflated, or read as protobuf, within the bounds, or refused in words. */
class WireFuzzTest {
  private static final Decompressors DECOMPRESSORS = new Decompressors();

  static Stream<byte[]> compressed() {
    byte[] text = "弹幕 danmu ".repeat(50).getBytes(UTF_8);
    return Seeds.of(
        () -> Stream.of(Format.values()).map(format -> Compressors.compress(format, text)));
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

  static Stream<byte[]> deflated() {
    byte[] text = "弹幕 danmu ".repeat(50).getBytes(UTF_8);
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(text);
    byte[] out = new byte[500];
    int size = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
    deflater.end();
    return Stream.of(Arrays.copyOf(out, size - 4), new byte[0]);
  }

  /** The first byte says in how many parts the message comes. */
  @MethodSource("deflated")
  @FuzzTest
  void anyMessageOfPermessageDeflateIsInflatedWithinTheBoundOrRefused(byte[] message) {
    int parts = message.length == 0 ? 1 : 1 + (message[0] & 3);
    try (MessageInflate inflate = new MessageInflate(1 << 16)) {
      int size = 0;
      for (int i = 0; i < 3 * parts; i++) {
        int from = message.length * (i % parts) / parts;
        int to = message.length * (i % parts + 1) / parts;
        ByteBuffer part = ByteBuffer.wrap(message, from, to - from).slice();
        size += inflate.inflate(part, i % parts == parts - 1).length;
      }
      assertThat(size).isLessThanOrEqualTo(3 << 16);
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }

  static Stream<byte[]> messages() {
    return Seeds.of(WireFuzzTest::written);
  }

  private static Stream<byte[]> written() {
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
