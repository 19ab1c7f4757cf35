package io.github.danmuhub.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.wire.MalformedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which part of a capture is played. */
class TapeTest {
  private static List<String> said(long fromMs, long toMs) throws MalformedException {
    String capture =
        """
        {"ev":"msg","c":1,"t":1700000000000,"dir":"recv","op":1,"s":"first"}
        {"ev":"msg","c":1,"t":1700000010000,"dir":"recv","op":1,"s":"second"}
        {"ev":"msg","c":1,"t":1700000010001,"dir":"recv","op":1,"s":"third"}
        """;
    return Tape.of(CaptureReader.read(capture.getBytes(UTF_8)), new Tape.Part(0, fromMs, toMs))
        .steps()
        .stream()
        .map(step -> new String(step.said().bytes().toBytes(), UTF_8))
        .toList();
  }

  @Test
  void whatComesAfterItsEndIsCutOff() throws MalformedException {
    assertThat(said(0, 10_000)).containsExactly("first", "second");
    assertThat(said(0, 9_999)).containsExactly("first");
    assertThat(said(1, 10_000)).containsExactly("second");
    assertThat(said(0, Long.MAX_VALUE)).hasSize(3);
  }

  @Test
  void aPartWithoutFramesIsRefusedInWords() {
    assertThatThrownBy(() -> said(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the capture has no frames of socket 1 in that time");
  }
}
