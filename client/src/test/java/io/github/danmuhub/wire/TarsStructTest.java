package io.github.danmuhub.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TarsStructTest {

  private static TarsStruct of(TarsWriter message) throws MalformedException {
    return TarsStruct.of(ByteBuffer.wrap(message.toBytes()));
  }

  @Test
  void fieldsAreReadInAnyOrder() throws MalformedException {
    TarsStruct in =
        of(
            new TarsWriter()
                .number(0, -7)
                .string(1, "弹")
                .bytes(2, new byte[] {1, 2})
                .struct(20, inner -> inner.string(3, "内").number(4, 9))
                .list(21, List.of("a", "b"), (out, text) -> out.string(0, text))
                .list(22, List.of(5, 6), (out, n) -> out.struct(0, e -> e.number(0, n))));
    assertThat(in.structs(22)).hasSize(2);
    assertThat(in.structs(22).get(1).number(0)).isEqualTo(6);
    assertThat(in.texts(21)).containsExactly("a", "b");
    TarsStruct inner = in.struct(20);
    assertThat(in.text(1)).isEqualTo("弹");
    assertThat(inner.number(4)).isEqualTo(9);
    assertThat(inner.text(3)).isEqualTo("内");
    assertThat(in.bytes(2)).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
    assertThat(in.number(0)).isEqualTo(-7);
    assertThat(in.isText(1)).isTrue();
    assertThat(in.isText(0)).isFalse();
  }

  @Test
  void whatIsAbsentHasTheDefaultOfItsType() throws MalformedException {
    TarsStruct in = of(new TarsWriter().number(3, 1));
    for (int tag : new int[] {0, 4, 255}) {
      assertThat(in.has(tag)).isFalse();
      assertThat(in.isText(tag)).isFalse();
      assertThat(in.number(tag)).isZero();
      assertThat(in.text(tag)).isEmpty();
      assertThat(in.bytes(tag).remaining()).isZero();
      assertThat(in.struct(tag).struct(0).number(0)).isZero();
      assertThat(in.structs(tag)).isEmpty();
      assertThat(in.texts(tag)).isEmpty();
    }
    assertThat(in.has(3)).isTrue();
  }

  @Test
  void theElementsOfAListAreReadWhileItIsWalked() throws MalformedException {
    TarsWriter message =
        new TarsWriter()
            .list(1, List.of("a", "b"), (out, text) -> out.struct(0, e -> e.string(2, text)))
            .number(4, 1);
    TarsReader in = new TarsReader(message.toBytes());
    List<String> texts = new ArrayList<>();
    assertThat(in.seek(1)).isTrue();
    in.each(element -> texts.add(TarsStruct.of(element).text(2)));
    assertThat(texts).containsExactly("a", "b");
    assertThat(in.seek(4)).isTrue();
    assertThat(in.int64()).isEqualTo(1);
    assertThat(in.seek(9)).isFalse();
  }

  @Test
  void aFieldOfAnotherTypeIsToldWithItsTag() throws MalformedException {
    TarsStruct in = of(new TarsWriter().number(2, 1));
    assertThatThrownBy(() -> in.text(2))
        .isInstanceOf(MalformedException.class)
        .hasMessage("TARS field 2 has type 0 where a text should be");
  }

  @Test
  void aBrokenMessageIsRefusedAtOnce() {
    assertThatThrownBy(() -> TarsStruct.of(ByteBuffer.wrap(new byte[] {0x36, 5, 'a'})))
        .isInstanceOf(MalformedException.class)
        .hasMessage("TARS is broken: field 3 points beyond its message");
  }

  @Property(tries = 500)
  void noBytesDoMoreThanBeRefused(@ForAll byte[] bytes) {
    try {
      TarsStruct in = TarsStruct.of(ByteBuffer.wrap(bytes));
      for (int tag = 0; tag < 256; tag++) {
        in.bytes(tag);
        in.structs(tag);
      }
    } catch (MalformedException e) {
      assertThat(e.why()).startsWith("TARS ");
    }
  }
}
