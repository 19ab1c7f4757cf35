package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.inspect.dress.Dresses;
import io.github.danmuhub.testing.Seeds;
import io.github.danmuhub.wire.MalformedException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** What anybody pastes or saves: taken apart as far as it goes, or refused in words. */
@Tag("load")
class InspectFuzzTest {

  static Stream<byte[]> inputs() {
    return Seeds.of(Samples::all);
  }

  @MethodSource("inputs")
  @FuzzTest
  void anyInputIsTakenApartOrRefusedInWords(byte[] input) {
    try {
      Samples.inspect(Inspection.of(Samples.PLATFORMS, InspectOptions.DEFAULT, input, 1));
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }

  static Stream<byte[]> texts() {
    return Seeds.of(() -> Samples.dresses().map(text -> text.getBytes(UTF_8)));
  }

  @MethodSource("texts")
  @FuzzTest
  void anyTextIsReadAsBytesOrRefusedInWords(byte[] text) {
    try {
      assertThat(Dresses.of(new String(text, UTF_8)))
          .allMatch(reading -> reading.bytes().size() > 0);
    } catch (MalformedException e) {
      assertThat(e.why()).isNotBlank();
    }
  }
}
