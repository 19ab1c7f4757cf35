package io.github.danmuhub.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarsReaderTest {
  private static final int DEEPEST = 32;

  @ParameterizedTest
  @CsvSource({
    "2c, 0", // tag 2, type 12: zero
    "20ff, -1", // int8
    "21ff00, -256", // int16
    "2280000000, -2147483648", // int32
    "230000011 74e77bd4e, 1199612345678", // int64, a real uid
    "207f, 127",
    "23ffffffffffffffff, -1"
  })
  void aNumberOfAnyWidthKeepsItsSign(String hex, long number) throws MalformedException {
    TarsReader in = at(hex.replace(" ", ""));
    assertThat(in.int64()).isEqualTo(number);
    assertThat(in.next()).isEqualTo(TarsReader.END);
  }

  @Test
  void aTagOfFifteenOrMoreStandsInAByteOfItsOwn() throws MalformedException {
    // f0 0f 01: tag 15, int8 1; f6 ff 01 61: tag 255, "a"
    TarsReader in = new TarsReader(hex("f00f01f6ff0161"));
    assertThat(in.next()).isEqualTo(15);
    assertThat(in.int32()).isEqualTo(1);
    assertThat(in.next()).isEqualTo(255);
    assertThat(in.string()).isEqualTo("a");
    assertThat(in.next()).isEqualTo(TarsReader.END);
  }

  @Test
  void aTextHasALengthOfOneByteOrOfFour() throws MalformedException {
    // 36 03 弹; 47 00000001 61
    TarsReader in = new TarsReader(hex("3603e5bcb9470000000161"));
    in.next();
    assertThat(in.string()).isEqualTo("弹");
    in.next();
    assertThat(in.string()).isEqualTo("a");
  }

  @Test
  void aBrokenTextLosesItsBrokenPartOnly() throws MalformedException {
    assertThat(at("3603ff6162").string()).isEqualTo("\ufffdab");
  }

  @Test
  void bytesHaveTwoHeadsAndALengthThatIsANumber() throws MalformedException {
    // 1d: tag 1, simple list; 00: of int8; 00 02: its length; aa bb
    assertThat(at("1d000c").slice().remaining()).isZero();
    assertThat(at("1d000002aabb").slice()).isEqualTo(ByteBuffer.wrap(hex("aabb")));
  }

  @Test
  void aStructEndsOnceAndItsOuterFieldsGoOn() throws MalformedException {
    // 0a [10 05] 0b, 20 07
    TarsReader in = at("0a10050b2007");
    in.enter();
    assertThat(in.next()).isEqualTo(1);
    assertThat(in.int64()).isEqualTo(5);
    assertThat(in.next()).isEqualTo(TarsReader.END);
    assertThat(in.next()).isEqualTo(2);
    assertThat(in.int64()).isEqualTo(7);
    assertThat(in.next()).isEqualTo(TarsReader.END);
  }

  @Test
  void theElementsOfListsAndMapsAreRead() throws MalformedException {
    // 09 00 02: a list of two; 06 01 61, 06 01 62. 18 00 01: a map of one; 06 01 6b → 10 09
    TarsReader in = at("090002060161060162180001" + "06016b1009");
    assertThat(in.list(TarsReader::string)).containsExactly("a", "b");
    in.next();
    assertThat(in.map(each -> each.type() == TarsType.INT_8 ? each.int64() : each.string()))
        .isEqualTo(List.of("k", 9L));
  }

  @Test
  void everyTypeIsSkipped() throws MalformedException {
    // int8, int16, int32, int64, float, double, both texts, zero, bytes, struct, list, map
    TarsReader in =
        new TarsReader(
            hex(
                "0001 010001 0200000001 030000000000000001 043f800000 053ff0000000000000"
                    + " 060161 070000000161 0c 0d00000161 0a09000106016b0b 09000206016b0c"
                    + " 08000106016b0a0b f0fe01"));
    for (int field = 0; field < 13; field++) {
      assertThat(in.next()).isZero();
      in.skip();
    }
    assertThat(in.next()).isEqualTo(254);
    assertThat(in.int32()).isEqualTo(1);
    assertThat(in.next()).isEqualTo(TarsReader.END);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f0 | TARS is broken: field 15 points beyond its message",
        "0e | TARS is broken: field 0 has type 14",
        "3101 | TARS is broken: field 3 points beyond its message",
        "0b | TARS is broken: a struct ends that never began",
        "0a1001 | TARS is broken: field 1 points beyond its message",
        "3605e5 | TARS is broken: field 3 points beyond its message",
        "37ffffffff | TARS is broken: field 3 points beyond its message", // a length of -1
        "1d0000ff | TARS is broken: field 1 points beyond its message", // bytes, -1 of them
        "1d01000161 | TARS is broken: field 1 is a simple list of something else than bytes",
        "1900020c | TARS is broken: field 1 points beyond its message", // two elements, one byte
        "19000206610b | TARS is broken: field 0 points beyond its message",
        "1900010b | TARS is broken: a struct ends inside a list",
        "1906016100 | TARS field 0 has type 6 where a number should be", // a count that is a text
      })
  void whatIsNoTarsIsToldInWords(String hex, String why) {
    assertThat(whySkipped(hex(hex))).isEqualTo(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0a", "090001"})
  void whatIsNestedDeeperThanItsBoundIsMalformed(String level) {
    assertThat(whySkipped(hex(level.repeat(DEEPEST + 1) + "0c")))
        .isEqualTo("TARS is nested deeper than 32");
  }

  @Test
  void aListOfMoreElementsThanItsBoundIsMalformed() {
    byte[] zeros =
        new TarsWriter()
            .list(3, Collections.nCopies(20_001, 0), (out, x) -> out.number(0, x))
            .toBytes();
    assertThat(whySkipped(zeros)).isEqualTo("TARS field 3 has 20001 elements");
  }

  @Test
  void aTextBeyondTheBoundIsMalformed() throws MalformedException {
    TarsReader in =
        new TarsReader(new TarsWriter().string(3, "a".repeat(Bounds.STRING + 1)).toBytes());
    in.next();
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(in::string)
        .withMessage("TARS field 3 is a text of 1048577 bytes");
  }

  @Test
  void aFieldOfAnotherTypeIsToldWithItsTag() {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> at("2c").string())
        .withMessage("TARS field 2 has type 12 where a text should be");
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> at("2c").enter())
        .withMessage("TARS field 2 has type 12 where a struct should be");
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> at("230000000100000000").int32())
        .withMessage("TARS field 2 is 4294967296, which is beyond 32 bits");
  }

  @Provide
  Arbitrary<RandomTars.Struct> structs() {
    return RandomTars.structs();
  }

  @Property(tries = 1_000)
  void noBytesDoMoreThanBeRefused(@ForAll byte[] bytes) {
    assertThat(whySkipped(bytes))
        .satisfiesAnyOf(
            why -> assertThat(why).isEmpty(), why -> assertThat(why).startsWith("TARS "));
  }

  @Property(tries = 100)
  void everyPrefixIsReadOrRefused(@ForAll("structs") RandomTars.Struct struct) {
    byte[] whole = TarsOracleTest.ours(struct);
    for (int length = 0; length < whole.length; length++) {
      String why = whySkipped(Arrays.copyOf(whole, length));
      assertThat(why)
          .satisfiesAnyOf(
              text -> assertThat(text).isEmpty(),
              text -> assertThat(text).endsWith("points beyond its message"));
    }
  }

  private static TarsReader at(String hex) throws MalformedException {
    TarsReader in = new TarsReader(hex(hex));
    in.next();
    return in;
  }

  private static String whySkipped(byte[] bytes) {
    TarsReader in = new TarsReader(bytes);
    try {
      while (in.next() != TarsReader.END) {
        in.skip();
      }
      return "";
    } catch (MalformedException e) {
      return e.why();
    }
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
