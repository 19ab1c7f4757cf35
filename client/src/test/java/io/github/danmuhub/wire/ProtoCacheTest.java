package io.github.danmuhub.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ProtoCacheTest {
  private static final ProtoReader.Reading<String> TEXT = ProtoReader::string;
  private static final ProtoReader.Reading<Integer> LENGTH = in -> in.bytes().length;

  private final ProtoCache cache = new ProtoCache();

  @Test
  void theSameBytesAreReadOnce() throws MalformedException {
    String first = again(TEXT, "弹幕");
    assertThat(first).isEqualTo("弹幕");
    assertThat(again(TEXT, "弹幕")).isSameAs(first);
    assertThat(again(TEXT, "弹慕")).isEqualTo("弹慕");
    assertThat(again(TEXT, "")).isEmpty();
  }

  @Test
  void theSameBytesReadAnotherWayAreAnotherValue() throws MalformedException {
    assertThat(again(TEXT, "弹幕")).isEqualTo("弹幕");
    assertThat(again(LENGTH, "弹幕")).isEqualTo(6);
    assertThat(again(TEXT, "弹幕")).isEqualTo("弹幕");
  }

  @Test
  void manyValuesDriveEachOtherOutAndStayRight() throws MalformedException {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 10_000; i++) {
        assertThat(again(TEXT, "viewer " + i)).isEqualTo("viewer " + i);
      }
    }
  }

  @Test
  void valuesThatDifferWhereTheCacheDoesNotLookStayApart() throws MalformedException {
    String text = "6".repeat(64);
    for (int at = 0; at < text.length(); at++) {
      String other = text.substring(0, at) + "7" + text.substring(at + 1);
      assertThat(again(TEXT, text)).isEqualTo(text);
      assertThat(again(TEXT, other)).isEqualTo(other);
      assertThat(again(TEXT, other)).isEqualTo(other);
    }
  }

  @Test
  void aLongValueIsNotKept() throws MalformedException {
    String text = "6".repeat(1_025);
    String first = again(TEXT, text);
    assertThat(again(TEXT, text)).isEqualTo(first).isNotSameAs(first);
  }

  @Test
  void whatIsBehindAKnownFieldIsReadToo() throws MalformedException {
    byte[] twice = new ProtoWriter().string(1, "a").string(1, "a").varint(2, 3).toBytes();
    ProtoReader in = new ProtoReader(ByteBuffer.wrap(twice), cache);
    assertThat(in.next()).isEqualTo(1);
    String first = in.stringAgain();
    assertThat(in.next()).isEqualTo(1);
    assertThat(in.stringAgain()).isSameAs(first);
    assertThat(in.next()).isEqualTo(2);
    assertThat(in.int64()).isEqualTo(3);
  }

  @Test
  void whatIsBrokenIsNotKept() throws MalformedException {
    ProtoReader.Reading<Long> number = ProtoCacheTest::number;
    for (int round = 0; round < 2; round++) {
      ProtoReader in = reader("\b");
      assertThat(in.next()).isEqualTo(1);
      assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> in.again(number));
    }
  }

  private static Long number(ProtoReader in) throws MalformedException {
    int outer = in.enter();
    in.next();
    long number = in.int64();
    in.leave(outer);
    return number;
  }

  private <T> T again(ProtoReader.Reading<T> reading, String text) throws MalformedException {
    ProtoReader in = reader(text);
    in.next();
    return in.again(reading);
  }

  private ProtoReader reader(String text) {
    return new ProtoReader(ByteBuffer.wrap(new ProtoWriter().string(1, text).toBytes()), cache);
  }
}
