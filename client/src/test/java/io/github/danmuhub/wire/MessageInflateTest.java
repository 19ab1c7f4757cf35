package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MessageInflateTest {
  private final MessageInflate inflate = new MessageInflate(1 << 20);

  private String text(String hex, boolean last) throws MalformedException {
    return new String(inflate.inflate(bytes(hex), last), UTF_8);
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }

  /** The examples of RFC 7692 §7.2.3. */
  @Test
  void theExamplesOfTheStandardAreRead() throws MalformedException {
    assertThat(text("f248cdc9c90700", true)).isEqualTo("Hello");
    assertThat(text("f200110000", true)).as("refers to the one before").isEqualTo("Hello");
    assertThat(text("f248cd", false) + text("c9c90700", true)).as("two frames").isEqualTo("Hello");
    assertThat(text("f348cdc9c9070000", true)).as("ends its stream").isEqualTo("Hello");
    assertThat(text("f248cdc9c90700", true)).as("goes on after that").isEqualTo("Hello");
    assertThat(text("00", true)).as("nothing").isEmpty();
  }

  @Test
  void aMessageMayNotInflateBeyondItsBound() {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(new byte[3 << 20]);
    byte[] bomb = new byte[1 << 16];
    int size = deflater.deflate(bomb, 0, bomb.length, Deflater.SYNC_FLUSH);
    assertThatThrownBy(() -> inflate.inflate(ByteBuffer.wrap(bomb, 0, size), true))
        .hasMessageContaining("more than 1024 KiB");
  }

  @Property(tries = 300)
  void messagesThatFollowEachOtherComeBack(@ForAll byte[] first, @ForAll byte[] second)
      throws MalformedException {
    Deflater deflater = new Deflater(6, true);
    for (byte[] plain : new byte[][] {first, second, first}) {
      deflater.setInput(plain);
      byte[] out = new byte[plain.length * 2 + 100];
      int size = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
      byte[] sent = plain.length == 0 ? new byte[1] : Arrays.copyOf(out, size - 4);
      assertThat(inflate.inflate(ByteBuffer.wrap(sent), true)).isEqualTo(plain);
    }
  }

  @Property(tries = 500)
  void noBytesDoMoreThanBeRefused(@ForAll byte[] bytes) {
    try {
      assertThat(new MessageInflate(1_000).inflate(ByteBuffer.wrap(bytes), true))
          .hasSizeLessThanOrEqualTo(1_000);
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
