package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Eight at a time stops where one at a time stops. */
class PlainRunTest {

  @Property(tries = 3000)
  void itStopsAtTheFirstByteThatIsNotPlain(
      @ForAll byte[] bytes, @ForAll @IntRange(max = 9) int from) {
    int start = Math.min(from, bytes.length);
    assertThat(PlainRun.end(bytes, start, bytes.length)).isEqualTo(oneByOne(bytes, start));
  }

  private static int oneByOne(byte[] bytes, int from) {
    for (int at = from; at < bytes.length; at++) {
      if (bytes[at] == '"' || bytes[at] == '\\' || (bytes[at] & 0xff) < ' ') {
        return at;
      }
    }
    return bytes.length;
  }

  @Test
  void everyByteIsPlainOrNotAtEveryPlace() {
    for (int value = 0; value < 256; value++) {
      for (int place = 0; place < 20; place++) {
        byte[] bytes = "plain text, 弹弹弹幕".getBytes(UTF_8);
        bytes[place] = (byte) value;
        assertThat(PlainRun.end(bytes, 0, bytes.length)).isEqualTo(oneByOne(bytes, 0));
      }
    }
  }

  @Test
  void nothingIsReadBehindTheEnd() {
    byte[] bytes = "plain\"plain text".getBytes(UTF_8);
    assertThat(PlainRun.end(bytes, 0, 3)).isEqualTo(3);
    assertThat(PlainRun.end(bytes, Integer.MAX_VALUE, bytes.length)).isEqualTo(Integer.MAX_VALUE);
  }
}
