package io.github.danmuhub.platform.bilibili.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.testing.Captures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people's bug reports were about, and what it must become: a line for each file. */
class CasesTest {
  @TestFactory
  Stream<DynamicTest> everyCaseBecomesWhatItsNotesSay() {
    Path cases = Captures.dir().resolve("cases");
    return Fixtures.lines("/bilibili-cases.jsonl").stream()
        .map(line -> DynamicTest.dynamicTest(name(line), () -> becomes(cases, line)));
  }

  private static String name(JsonNode line) {
    String file = line.get("file").asText();
    return line.has("message") ? file + "#" + line.get("message").asInt() : file;
  }

  private static void becomes(Path cases, JsonNode line) throws Exception {
    Expected.becomes(message(cases.resolve(line.get("file").asText()), line), line.get("events"));
  }

  /** The whole file, or that one of its messages, counted from 0. */
  private static byte[] message(Path file, JsonNode line) throws Exception {
    if (!line.has("message")) {
      return Files.readAllBytes(file);
    }
    return CapturedMessages.of(file).get(line.get("message").asInt()).array();
  }
}
