package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtoReaderTest {
  private static final int DEEPEST = 32;

  @Property
  void whatIsWrittenIsRead(@ForAll long number, @ForAll String text, @ForAll byte[] bytes)
      throws MalformedException {
    byte[] written =
        new ProtoWriter().varint(1, number).string(2_000, text).bytes(3, bytes).toBytes();
    ProtoReader in = new ProtoReader(written);
    assertThat(in.next()).isEqualTo(1);
    assertThat(in.int64()).isEqualTo(number);
    assertThat(in.next()).isEqualTo(2_000);
    assertThat(in.string()).isEqualTo(new String(text.getBytes(UTF_8), UTF_8));
    assertThat(in.next()).isEqualTo(3);
    assertThat(in.bytes()).isEqualTo(bytes);
    assertThat(in.next()).isZero();
  }

  @Test
  void aSliceOfALargerBufferEndsWhereItEnds() throws MalformedException {
    // 08 05: field 1 is 5, between bytes that are not ours
    ByteBuffer around = ByteBuffer.wrap(hex("ffff0805ffff")).position(2).limit(4);
    for (ByteBuffer message : new ByteBuffer[] {around, around.slice(), direct(around)}) {
      ProtoReader in = new ProtoReader(message);
      assertThat(in.next()).isEqualTo(1);
      assertThat(in.int32()).isEqualTo(5);
      assertThat(in.next()).isZero();
      assertThat(message.remaining()).isEqualTo(2);
    }
  }

  private static ByteBuffer direct(ByteBuffer bytes) {
    return ByteBuffer.allocateDirect(bytes.remaining()).put(bytes.duplicate()).flip();
  }

  @Test
  void aMessageInsideEndsWhereItsLengthSays() throws MalformedException {
    // 0a 02 08 07 10 09: field 1 is a message with field 1 = 7; field 2 is 9
    ProtoReader in = new ProtoReader(hex("0a0208071009"));
    assertThat(in.next()).isEqualTo(1);
    int outer = in.enter();
    assertThat(in.entered()).isEqualTo(ByteBuffer.wrap(hex("0807")));
    assertThat(in.next()).isEqualTo(1);
    assertThat(in.int64()).isEqualTo(7);
    assertThat(in.next()).isZero();
    in.leave(outer);
    assertThat(in.next()).isEqualTo(2);
    assertThat(in.int64()).isEqualTo(9);
  }

  @Test
  void aBrokenMessageInsideCanBeLeft() throws MalformedException {
    // 0a 02 12 7f: its field 2 claims 127 bytes; 10 09: field 2 is 9
    ProtoReader in = new ProtoReader(hex("0a02127f1009"));
    assertThat(in.next()).isEqualTo(1);
    int outer = in.enter();
    assertThat(in.next()).isEqualTo(2);
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(in::string)
        .withMessage("protobuf is broken: field 2 points beyond its message");
    in.leave(outer);
    assertThat(in.next()).isEqualTo(2);
    assertThat(in.int64()).isEqualTo(9);
  }

  @Test
  void manyBrokenMessagesAreNotTakenForDeepOnes() throws MalformedException {
    // 0a 02 0b 18: a group that begins and is cut off; 10 09: field 2 is 9
    ProtoReader in = new ProtoReader(hex("0a020b18".repeat(DEEPEST + 1) + "1009"));
    for (int i = 0; i <= DEEPEST; i++) {
      assertThat(in.next()).isEqualTo(1);
      int outer = in.enter();
      assertThat(in.next()).isEqualTo(1);
      assertThatExceptionOfType(MalformedException.class).isThrownBy(in::skip);
      in.leave(outer);
    }
    assertThat(in.next()).isEqualTo(2);
  }

  @Test
  void everyWireTypeIsSkipped() throws MalformedException {
    // varint, fixed 64, bytes, a group with a group inside, fixed 32; then field 6 is 1
    String fields = "089601 110102030405060708 1a0161 230b08010c24 2d01020304 3001";
    ProtoReader in = new ProtoReader(hex(fields.replace(" ", "")));
    for (int field = 1; field <= 5; field++) {
      assertThat(in.next()).isEqualTo(field);
      in.skip();
    }
    assertThat(in.next()).isEqualTo(6);
    assertThat(in.bool()).isTrue();
  }

  @Test
  void whatIsNoProtobufIsToldInWords() {
    assertThat(why("08")).isEqualTo("protobuf is broken: a varint is cut off");
    assertThat(why("08ffffffffffffffffffffff01"))
        .isEqualTo("protobuf is broken: a varint is longer than 10 bytes");
    assertThat(why("0000")).isEqualTo("protobuf is broken: field number 0");
    assertThat(why("0aff")).isEqualTo("protobuf is broken: a varint is cut off");
    // a length of 2^32 - 1
    assertThat(why("0affffffff0f"))
        .isEqualTo("protobuf is broken: field 1 points beyond its message");
    assertThat(why("0901")).isEqualTo("protobuf is broken: field 1 points beyond its message");
    assertThat(why("0e")).isEqualTo("protobuf is broken: wire type 6");
    assertThat(why("0c")).isEqualTo("protobuf ends a group that it never began");
    assertThat(why("0b14")).isEqualTo("protobuf is broken: a group does not end");
    assertThat(why("0b".repeat(DEEPEST + 1))).isEqualTo("protobuf is nested deeper than 32");
  }

  private static String why(String hex) {
    ProtoReader in = new ProtoReader(hex(hex));
    try {
      while (in.next() != 0) {
        in.skip();
      }
      return "";
    } catch (MalformedException e) {
      return e.why();
    }
  }

  @Test
  void aFieldOfAnotherTypeIsToldWithItsNumber() throws MalformedException {
    ProtoReader in = new ProtoReader(hex("1001"));
    assertThat(in.next()).isEqualTo(2);
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(in::string)
        .withMessage("protobuf field 2 has wire type 0 instead of 2");
  }

  @Test
  void aRepeatedNumberIsReadPackedAndNot() throws MalformedException {
    // 08 05: field 1 is 5; 0a 03 07 96 01: packed 7 and 150; 10 09: field 2 is 9
    ProtoReader in = new ProtoReader(hex("08050a030796011009"));
    List<Long> numbers = new ArrayList<>();
    in.next();
    in.numbers(numbers);
    in.next();
    in.numbers(numbers);
    assertThat(numbers).containsExactly(5L, 7L, 150L);
    assertThat(in.next()).isEqualTo(2);
    assertThat(in.int64()).isEqualTo(9);
  }

  @Test
  void ofARepeatedNumberNoMoreThanAThousandAreKept() throws MalformedException {
    byte[] message =
        new ProtoWriter().bytes(1, new byte[5_000]).varint(1, 3).varint(2, 9).toBytes();
    ProtoReader in = new ProtoReader(message);
    List<Long> numbers = new ArrayList<>();
    in.next();
    in.numbers(numbers);
    in.next();
    in.numbers(numbers);
    assertThat(numbers).hasSize(1_000);
    assertThat(in.next()).isEqualTo(2);
    assertThat(in.int64()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({
    "0a0196, protobuf is broken: a varint is cut off",
    "0a0bffffffffffffffffffff01, protobuf is broken: a varint is longer than 10 bytes"
  })
  void aPackedNumberWithoutAnEndIsMalformed(String message, String why) throws MalformedException {
    ProtoReader in = new ProtoReader(hex(message));
    in.next();
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> in.numbers(new ArrayList<>()))
        .withMessage(why);
  }

  @Test
  void oneFieldOfAMessageInsideIsReadAndTheRestSkipped() throws MalformedException {
    ProtoWriter inner = new ProtoWriter().varint(1, 7).string(2, "弹").varint(3, 8);
    byte[] message = new ProtoWriter().message(1, inner).message(2, inner).varint(4, 9).toBytes();
    ProtoReader in = new ProtoReader(message);
    in.next();
    assertThat(in.innerNumber(3)).isEqualTo(8);
    in.next();
    assertThat(in.innerString(2)).isEqualTo("弹");
    assertThat(in.next()).isEqualTo(4);
  }

  @Test
  void aFieldThatTheMessageInsideLacksIsZeroOrEmpty() throws MalformedException {
    byte[] message = hex("0a0208070a020807"); // twice a message with field 1 = 7
    ProtoReader in = new ProtoReader(message);
    in.next();
    assertThat(in.innerNumber(5)).isZero();
    in.next();
    assertThat(in.innerString(5)).isEmpty();
    assertThat(in.next()).isZero();
  }

  @Test
  void aTextBeyondTheBoundIsMalformed() throws MalformedException {
    ProtoReader in =
        new ProtoReader(new ProtoWriter().bytes(3, new byte[Bounds.STRING + 1]).toBytes());
    in.next();
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(in::string)
        .withMessage("protobuf field 3 is a text of 1048577 bytes");
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
