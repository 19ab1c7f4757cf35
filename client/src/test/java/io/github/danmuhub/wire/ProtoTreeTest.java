package io.github.danmuhub.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.wire.ProtoTree.Field;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProtoTreeTest {

  private static List<Field> read(byte[] bytes) throws MalformedException {
    return ProtoTree.read(ByteBuffer.wrap(bytes));
  }

  @Test
  void fieldsStandWithTheirNumbersTypesAndOffsets() throws MalformedException {
    byte[] message =
        new ProtoWriter()
            .varint(1, 3)
            .string(2, "弹")
            .message(16, new ProtoWriter().varint(1, 300))
            .toBytes();
    assertThat(read(message))
        .containsExactly(
            new Field(1, 0, 0, 2, 3, null, List.of()),
            new Field(2, 2, 2, 5, 3, "弹", List.of()),
            new Field(16, 2, 7, 6, 3, null, List.of(new Field(1, 0, 10, 3, 300, null, List.of()))));
  }

  @Test
  void aVarintIsAlsoReadAsZigzag() throws MalformedException {
    assertThat(read(HexFormat.of().parseHex("0803")).get(0).zigzag()).isEqualTo(-2);
  }

  @Test
  void fixedFieldsAreLittleEndian() throws MalformedException {
    // field 1 fixed32 1.0f; field 2 fixed64 1
    List<Field> fields = read(HexFormat.of().parseHex("0d0000803f110100000000000000"));
    assertThat(fields).extracting(Field::value).containsExactly(0x3f800000L, 1L);
  }

  @Test
  void whatIsNoProtobufIsRefusedInWords() {
    assertThatThrownBy(() -> read(new byte[] {0}))
        .isInstanceOf(MalformedException.class)
        .hasMessage("no protobuf: field number 0");
    assertThatThrownBy(() -> read(HexFormat.of().parseHex("0aff")))
        .hasMessage("protobuf is broken: a varint is cut off");
    assertThatThrownBy(() -> read(HexFormat.of().parseHex("0a0201")))
        .hasMessage("protobuf field 1 points beyond its message");
  }

  @Test
  void aHostileNestingCostsNoMoreThanItsBound() throws MalformedException {
    byte[] message = new byte[0];
    for (int i = 0; i < 2000; i++) {
      message = new ProtoWriter().bytes(1, message).toBytes();
    }
    assertThat(read(message)).hasSize(1);
  }

  @Property(tries = 500)
  void noBytesDoMoreThanBeRefused(@ForAll byte[] bytes) {
    try {
      assertThat(read(bytes)).allMatch(field -> field.number() > 0);
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
