package io.github.danmuhub.platform.bilibili.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.Captures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What people's bug reports were about, and what it must become: a line for each file. */
class CasesTest {
  @TestFactory
  Stream<DynamicTest> everyCaseBecomesWhatItsNotesSay() {
    Path cases = Captures.dir().resolve("cases/bilibili");
    return Fixtures.lines("/bilibili-cases.jsonl").stream()
        .map(
            line -> DynamicTest.dynamicTest(line.get("file").asText(), () -> becomes(cases, line)));
  }

  private static void becomes(Path cases, JsonNode line) throws Exception {
    byte[] message = Files.readAllBytes(cases.resolve(line.get("file").asText()));
    Expected.becomes(message, line.get("events"));
  }
}
