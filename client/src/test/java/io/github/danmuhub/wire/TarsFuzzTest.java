package io.github.danmuhub.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.testing.Seeds;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read as TARS within the bounds, or refused in words. */
class TarsFuzzTest {

  static Stream<byte[]> messages() {
    return Seeds.of(TarsFuzzTest::written);
  }

  private static Stream<byte[]> written() {
    TarsWriter inner = new TarsWriter().number(0, -1).string(20, "弹幕");
    TarsWriter outer =
        new TarsWriter()
            .bytes(1, inner.toBytes())
            .struct(2, struct -> struct.list(0, List.of(1, 2), (out, n) -> out.number(0, n)))
            .entry(3, entry -> entry.string(0, "k").bytes(1, new byte[3]));
    return Stream.of(inner.toBytes(), outer.toBytes());
  }

  @MethodSource("messages")
  @FuzzTest
  void anyMessageIsReadAsATreeOrRefused(byte[] message) {
    try {
      int size =
          TarsTree.read(ByteBuffer.wrap(message)).stream().mapToInt(TarsTree.Field::size).sum();
      assertThat(size).isEqualTo(message.length);
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
