package io.github.danmuhub.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProtoWriterTest {
  private static final int LAST_FIELD = (1 << 29) - 1;

  /** The oracle is protobuf's own writer. */
  @Property
  void everyFieldIsWrittenAsTheLibraryWritesIt(
      @ForAll @IntRange(min = 1, max = LAST_FIELD) int field,
      @ForAll long number,
      @ForAll String text,
      @ForAll byte[] bytes)
      throws IOException {
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    CodedOutputStream library = CodedOutputStream.newInstance(expected);
    library.writeUInt64(field, number);
    library.writeString(field, text);
    library.writeByteArray(field, bytes);
    library.flush();

    ProtoWriter ours = new ProtoWriter().varint(field, number).string(field, text);
    assertThat(ours.bytes(field, bytes).toBytes()).isEqualTo(expected.toByteArray());
  }

  @Test
  void aMessageInsideStandsBehindItsLength() {
    ProtoWriter inner = new ProtoWriter().varint(1, 300);

    // 12 03: field 2 has 3 bytes; 08 ac 02: its field 1 is 300
    assertThat(new ProtoWriter().message(2, inner).toBytes())
        .isEqualTo(HexFormat.of().parseHex("120308ac02"));
  }
}
