package io.github.danmuhub.platform.bilibili.message;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.event.json.EventWriter;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class BilibiliEventsFuzzTest {

  static Stream<byte[]> seeds() {
    return Fixtures.all().stream().map(Fixtures::read);
  }

  @MethodSource("seeds")
  @FuzzTest
  void noBytesBreakTheEventsAndWhatComesOfThemCanBeWritten(byte[] input) throws BadEventException {
    for (LiveEvent event : EventLog.of(input)) {
      assertFalse(EventReader.read(EventWriter.write(event)).event().origin().history());
    }
  }
}
