package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FrameRulesTest {
  private static final byte[] NO_MORE = {};

  /** Of these, one ends any character that has begun well. */
  private static final List<byte[]> ENDS =
      Stream.of("", "80", "90", "a0", "8080", "9080", "a080", "808080", "908080", "a08080")
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final int NOWHERE = Integer.MIN_VALUE;

  /** Texts, half of them with a few bytes that may be wrong. */
  @Provide
  Arbitrary<byte[]> texts() {
    Arbitrary<byte[]> good =
        Arbitraries.strings().ofMaxLength(20).map(text -> text.getBytes(UTF_8));
    Arbitrary<byte[]> any =
        Arbitraries.of(0x00, 0x48, 0x80, 0xbf, 0xc2, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f)
            .array(Integer[].class)
            .ofMaxSize(6)
            .map(FrameRulesTest::bytes);
    return Arbitraries.oneOf(good, any);
  }

  private static byte[] bytes(Integer[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = values[i].byteValue();
    }
    return bytes;
  }

  @Property
  void theFirstBadByteOfATextTellsHoweverItIsCut(
      @ForAll("texts") byte[] text, @ForAll @IntRange(min = 0, max = 20) int cut) {
    int middle = Math.min(cut, text.length);
    byte[] first = Arrays.copyOf(text, middle);
    byte[] rest = Arrays.copyOfRange(text, middle, text.length);
    FrameRules rules = new FrameRules(TextFrames.CHECKED);
    int bad = firstRefused(rules, frame(0x01, first), 6);
    if (bad == NOWHERE) {
      int later = firstRefused(rules, frame(0x80, rest), 6);
      bad = later == NOWHERE ? NOWHERE : middle + later;
    }
    assertThat(bad).isEqualTo(firstBad(text));
  }

  private static WireCase.Frame frame(int head, byte[] payload) {
    return new WireCase.Frame(head, payload.length, HexFormat.of().formatHex(payload));
  }

  /** The index in the payload, or of the byte before it: the head ends an empty one. */
  private static int firstRefused(FrameRules rules, WireCase.Frame frame, int head) {
    ByteBuf bytes = Unpooled.wrappedBuffer(frame.encode(true));
    int at = 0;
    try {
      while (at < bytes.writerIndex()) {
        at = rules.read(bytes, at);
      }
      return NOWHERE;
    } catch (CorruptedWebSocketFrameException e) {
      return at - head;
    }
  }

  /** Behind which nothing makes it a text again, says the JDK; the last one's where it is half. */
  private static int firstBad(byte[] text) {
    for (int length = 1; length <= text.length; length++) {
      byte[] begun = Arrays.copyOf(text, length);
      if (ENDS.stream().noneMatch(end -> isText(begun, end))) {
        return length - 1;
      }
    }
    return isText(text, NO_MORE) ? NOWHERE : text.length - 1;
  }

  private static boolean isText(byte[] begun, byte[] end) {
    ByteBuffer whole = ByteBuffer.allocate(begun.length + end.length).put(begun).put(end).flip();
    CharBuffer out = CharBuffer.allocate(whole.capacity());
    return !UTF_8.newDecoder().decode(whole, out, true).isError();
  }
}
