package io.github.danmuhub.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VarintTest {

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 127, 128, 16_383, 16_384, 1L << 49, 1L << 56, 1L << 62, Long.MAX_VALUE, -1})
  void theEdgesBetweenTwoLengthsAreReadAsTheLibraryWroteThem(long number) throws IOException {
    surrounded(number, 3);
  }

  /** The oracle is protobuf's own writer; what stands around the number must not matter. */
  @Property
  void everyNumberIsReadAsTheLibraryWroteIt(
      @ForAll long number, @ForAll @IntRange(max = 12) int behind) throws IOException {
    surrounded(number, behind);
    surrounded(number >>> (behind * 5), behind);
  }

  private static void surrounded(long number, int behind) throws IOException {
    byte[] encoded = new byte[CodedOutputStream.computeUInt64SizeNoTag(number)];
    CodedOutputStream out = CodedOutputStream.newInstance(encoded);
    out.writeUInt64NoTag(number);
    byte[] bytes = new byte[1 + encoded.length + behind];
    Arrays.fill(bytes, (byte) 0xff);
    System.arraycopy(encoded, 0, bytes, 1, encoded.length);

    assertThat(Varint.length(bytes, 1, bytes.length)).isEqualTo(encoded.length);
    assertThat(Varint.length(bytes, 1, 1 + encoded.length)).isEqualTo(encoded.length);
    assertThat(Varint.read(bytes, 1, 1 + encoded.length)).isEqualTo(number);
    assertThat(Varint.length(bytes, 1, encoded.length)).as("cut off").isZero();
  }

  @Test
  void aNumberOfElevenBytesHasNoEnd() {
    byte[] bytes = HexFormat.of().parseHex("ffffffffffffffffffff01");

    assertThat(Varint.length(bytes, 0, bytes.length)).isZero();
  }

  @Test
  void aNumberThatIsWrittenLongerThanItMustIsReadAllTheSame() {
    byte[] bytes = HexFormat.of().parseHex("81808080808080808000"); // 1 in ten bytes

    assertThat(Varint.length(bytes, 0, bytes.length)).isEqualTo(10);
    assertThat(Varint.read(bytes, 0, 10)).isEqualTo(1);
  }
}
