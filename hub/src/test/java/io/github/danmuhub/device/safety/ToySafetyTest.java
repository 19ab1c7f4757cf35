package io.github.danmuhub.device.safety;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The toy's own safety against the cases that {@code safety.h} is held against too. */
class ToySafetyTest {
  @TestFactory
  Stream<DynamicTest> holdsInEveryCase() throws IOException {
    return SafetyCase.all().stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> each.play(new JavaToy())));
  }
}
