package io.github.danmuhub.event.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.testing.Seeds;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class EventReaderFuzzTest {

  static Stream<byte[]> seeds() {
    return Seeds.of(() -> EventExamples.all().stream().map(EventWriter::write));
  }

  @MethodSource("seeds")
  @FuzzTest
  void noBytesBreakTheReaderAndWhatItReadsIsWrittenBack(byte[] input) throws BadEventException {
    Numbered read;
    try {
      read = EventReader.read(input);
    } catch (BadEventException e) {
      return;
    }
    Numbered again = EventReader.read(EventWriter.write(read));
    assertEquals(again, EventReader.read(EventWriter.write(again)));
  }
}
