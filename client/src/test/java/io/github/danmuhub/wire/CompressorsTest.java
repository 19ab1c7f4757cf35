package io.github.danmuhub.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.wire.Decompressors.Format;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressorsTest {
  private final Decompressors decompressors = new Decompressors();

  @ParameterizedTest
  @EnumSource(Format.class)
  void whatWasCompressedInflatesToItself(Format format) throws MalformedException {
    byte[] plain = noise(100_000);

    assertThat(inflate(format, Compressors.compress(format, plain))).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
  void storedBrotliIsValidBrotli(int size) throws MalformedException {
    byte[] plain = noise(size);

    assertThat(inflate(Format.BROTLI, StoredBrotli.compress(plain))).isEqualTo(plain);
  }

  @Test
  void storedBrotliIsReadByTheDecoderInJavaToo() throws MalformedException {
    byte[] plain = noise(70_000);
    BoundedOutput out = new BoundedOutput().reset(Bounds.INFLATED);

    new JavaBrotli().decompress(ByteBuffer.wrap(StoredBrotli.compress(plain)), out);

    assertThat(out.toBuffer()).isEqualTo(ByteBuffer.wrap(plain));
  }

  private byte[] inflate(Format format, byte[] body) throws MalformedException {
    ByteBuffer inflated = decompressors.decompress(format, ByteBuffer.wrap(body), 0);
    byte[] plain = new byte[inflated.remaining()];
    inflated.get(plain);
    return plain;
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
