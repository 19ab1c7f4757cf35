package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProtoFieldsTest {
  private static ProtoFields read(ProtoWriter message) throws MalformedException {
    return new ProtoFields(new ProtoCache()).over(ByteBuffer.wrap(message.toBytes()));
  }

  @Property
  void fieldsAreFoundInAnyOrder(@ForAll long number, @ForAll String text)
      throws MalformedException {
    String sent = new String(text.getBytes(UTF_8), UTF_8);
    ProtoFields message =
        read(new ProtoWriter().string(2_000, sent).varint(3, number).string(1, sent));

    assertThat(message.int64(3)).isEqualTo(number);
    assertThat(message.string(1)).isEqualTo(sent);
    assertThat(message.string(2_000)).isEqualTo(sent);
    assertThat(message.int32(3)).isEqualTo((int) number);
  }

  @Test
  void whatIsAbsentIsZeroOrEmpty() throws MalformedException {
    ProtoFields message = read(new ProtoWriter().varint(5, 1));

    assertThat(message.has(4)).isFalse();
    assertThat(message.has(5)).isTrue();
    assertThat(message.int64(4)).isZero();
    assertThat(message.int64(4, 1)).isZero();
    assertThat(message.bool(4_000)).isFalse();
    assertThat(message.string(4)).isEmpty();
    assertThat(message.firstString(4)).isEmpty();
    assertThat(message.numbers(4)).isEmpty();
    assertThat(message.slice(4).remaining()).isZero();
    assertThat(message.message(4, "none", inner -> "some")).isEqualTo("none");
    assertThat(message.messages(4, 9, inner -> "some")).isEmpty();
  }

  @Test
  void ofTwoTheLastCountsAndARepeatedOneHasAll() throws MalformedException {
    ProtoFields message =
        read(
            new ProtoWriter()
                .string(1, "a")
                .varint(2, 7)
                .string(1, "b")
                .varint(2, 8)
                .message(3, new ProtoWriter().varint(1, 4))
                .message(3, new ProtoWriter().varint(1, 5)));

    assertThat(message.string(1)).isEqualTo("b");
    assertThat(message.firstString(1)).isEqualTo("a");
    assertThat(message.int64(2)).isEqualTo(8);
    assertThat(message.numbers(2)).containsExactly(7L, 8L);
    assertThat(message.messages(3, 9, inner -> inner.int64(1))).containsExactly(4L, 5L);
    assertThat(message.int64(3, 1)).isEqualTo(5);
  }

  @Test
  void theFieldsAroundAMessageAreStillThereBehindIt() throws MalformedException {
    ProtoWriter deepest = new ProtoWriter().string(1, "deepest");
    ProtoWriter inner = new ProtoWriter().string(1, "inner").message(2, deepest);
    ProtoFields message = read(new ProtoWriter().string(1, "outer").message(2, inner).varint(3, 6));

    String all =
        message.message(
            2, "", in -> in.message(2, "", deep -> deep.string(1)) + " " + in.string(1));

    assertThat(all + " " + message.string(1)).isEqualTo("deepest inner outer");
    assertThat(message.int64(3)).isEqualTo(6);
  }

  @Test
  void theSameBytesAreReadOnce() throws MalformedException {
    ProtoFields.Reading<List<String>> reading = inner -> List.of(inner.string(1));
    ProtoWriter user = new ProtoWriter().string(1, "小明");
    ProtoFields message = read(new ProtoWriter().message(2, user).message(7, user));

    List<String> read = message.again(2, List.of(), reading);

    assertThat(message.again(7, List.of(), reading)).containsExactly("小明").isSameAs(read);
    assertThat(message.again(9, List.of(), reading)).isEmpty();
  }

  @Test
  void whatIsBrokenIsToldWhereverItStands() {
    // 12 7f: field 2 claims 127 bytes
    ByteBuffer cutOff = ByteBuffer.wrap(new byte[] {0x08, 0x01, 0x12, 0x7f});
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> new ProtoFields(null).over(cutOff))
        .withMessage("protobuf is broken: field 2 points beyond its message");
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> read(new ProtoWriter().varint(2, 1)).string(2))
        .withMessage("protobuf field 2 has wire type 0 instead of 2");
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(
            () ->
                read(new ProtoWriter().string(3, "").string(3, ""))
                    .messages(3, 1, inner -> inner.int64(1)))
        .withMessage("protobuf field 3 comes more than 1 times");
  }

  @Test
  void aMessageBehindABrokenOneIsReadAsIfThereWereNone() throws MalformedException {
    ProtoFields fields = new ProtoFields(null);
    byte[] broken = new ProtoWriter().message(1, new ProtoWriter().varint(2, 1)).toBytes();
    byte[] good = new ProtoWriter().string(2, "good").toBytes();

    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(
            () -> fields.over(ByteBuffer.wrap(broken)).message(1, "", inner -> inner.string(2)));

    assertThat(fields.over(ByteBuffer.wrap(good)).string(2)).isEqualTo("good");
    assertThat(fields.int64(1)).isZero();
  }
}
