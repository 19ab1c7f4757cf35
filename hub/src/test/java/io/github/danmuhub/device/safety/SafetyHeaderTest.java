package io.github.danmuhub.device.safety;

import io.github.danmuhub.device.Socat;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code examples/cat-toy/safety.h} against the cases that {@link ToySafety} is held against too.
 */
class SafetyHeaderTest {
  @TempDir Path dir = Path.of("");

  @Test
  @Timeout(60)
  void holdsInEveryCaseOverAPseudoTerminal() throws Exception {
    try (Socat cable = Socat.start(dir);
        CppToy toy = new CppToy(dir, cable)) {
      SoftAssertions all = new SoftAssertions();
      for (SafetyCase each : SafetyCase.all()) {
        all.assertThatCode(() -> each.play(toy)).as(each.name()).doesNotThrowAnyException();
      }
      all.assertAll();
    }
  }
}
