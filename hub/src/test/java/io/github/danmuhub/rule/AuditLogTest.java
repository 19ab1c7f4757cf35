package io.github.danmuhub.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private final Path dir;

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final PartStatus status =
      new PartStatus() {
        @Override
        public void failing(Phrase why) {
          told.add(why.toString());
        }

        @Override
        public void working(Phrase words) {
          told.add(words.toString());
        }
      };

  private void write(Path path, int lines) {
    try (AuditLog log = new AuditLog(path, 1_000, status)) {
      log.start();
      for (int i = 0; i < lines; i++) {
        log.add(JsonNodeFactory.instance.objectNode().put("line", i));
      }
    }
  }

  AuditLogTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void whatWaitsAtTheEndIsWritten() throws Exception {
    Path path = dir.resolve("audit.jsonl");
    write(path, 50);
    assertThat(Files.readAllLines(path)).hasSize(50).last().isEqualTo("{\"line\":49}");
  }

  @Test
  void fullFilesArePutAsideAndTheOldestGoes() throws Exception {
    Path path = dir.resolve("audit.jsonl");
    for (int i = 0; i < 8; i++) {
      write(path, 100);
    }
    try (var files = Files.list(dir)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "audit.jsonl", "audit.jsonl.1", "audit.jsonl.2", "audit.jsonl.3", "audit.jsonl.4");
    }
  }

  @Test
  void aFolderThatIsNotThereIsToldOnce() {
    write(dir.resolve("absent").resolve("audit.jsonl"), 5);
    assertThat(told).singleElement().asString().startsWith("the audit log cannot be written");
  }
}
