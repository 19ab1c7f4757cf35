package io.github.danmuhub.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.wire.TarsTree.Field;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TarsTreeTest {

  private static List<Field> read(byte[] bytes) throws MalformedException {
    return TarsTree.read(ByteBuffer.wrap(bytes));
  }

  @Test
  void fieldsStandWithTheirTagsTypesAndOffsets() throws MalformedException {
    byte[] message =
        new TarsWriter()
            .number(1, -3)
            .string(2, "弹")
            .struct(16, inner -> inner.number(1, 300))
            .toBytes();
    assertThat(read(message))
        .containsExactly(
            new Field(1, 0, 0, 2, -3, null, List.of()),
            new Field(2, 6, 2, 5, 3, "弹", List.of()),
            new Field(16, 10, 7, 6, 1, null, List.of(new Field(1, 1, 9, 3, 300, null, List.of()))));
  }

  @Test
  void theElementsOfAListAreItsInnerFields() throws MalformedException {
    byte[] message =
        new TarsWriter().list(1, List.of("a", "b"), (out, text) -> out.string(0, text)).toBytes();
    Field list = read(message).get(0);
    assertThat(list.value()).isEqualTo(2);
    assertThat(list.inner()).extracting(Field::text).containsExactly("a", "b");
    assertThat(list.inner()).extracting(Field::offset).containsExactly(3, 6);
  }

  @Test
  void bytesThatAreAMessageAreReadAsOneAtTheirOwnOffset() throws MalformedException {
    byte[] inner = new TarsWriter().number(3, 1).toBytes();
    Field bytes = read(new TarsWriter().bytes(1, inner).toBytes()).get(0);
    // 1d 00 00 02 | 30 01
    assertThat(bytes.inner()).containsExactly(new Field(3, 0, 4, 2, 1, null, List.of()));
  }

  @Test
  void aFloatAndADoubleAreTheirBits() throws MalformedException {
    assertThat(read(HexFormat.of().parseHex("043f800000" + "153ff0000000000000")))
        .extracting(Field::value)
        .containsExactly(0x3f800000L, 0x3ff0000000000000L);
  }

  @Test
  void whatIsNoTarsIsRefusedInWords() {
    assertThatThrownBy(() -> read(new byte[] {0x0f}))
        .isInstanceOf(MalformedException.class)
        .hasMessage("TARS is broken: field 0 has type 15");
  }

  @Test
  void aHostileNestingCostsNoMoreThanItsBound() throws MalformedException {
    byte[] message = new byte[0];
    for (int i = 0; i < 2_000; i++) {
      message = new TarsWriter().bytes(1, message).toBytes();
    }
    assertThat(read(message)).hasSize(1);
  }

  @Property(tries = 500)
  void noBytesDoMoreThanBeRefused(@ForAll byte[] bytes) {
    try {
      assertThat(read(bytes).stream().mapToInt(Field::size).sum()).isEqualTo(bytes.length);
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
