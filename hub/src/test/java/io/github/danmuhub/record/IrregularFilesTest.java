package io.github.danmuhub.record;

import static io.github.danmuhub.SampleEvents.chat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no plain file of the folder is refused in words, and nothing waits for it. */
class IrregularFilesTest {
  private static final String SEGMENT = "20261121T080000Z-000000000001.jsonl";

  @TempDir Path parent = Path.of("");
  private Path dir = Path.of("");

  @BeforeEach
  void folder() throws IOException {
    dir = Files.createDirectory(parent.resolve("recording"));
  }

  private static Path fifo(Path path) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    return path;
  }

  private Path outside() throws IOException {
    String line = new String(EventWriter.write(new Numbered(1, chat(0, 1, "a"))), UTF_8) + "\n";
    return Files.writeString(parent.resolve("outside.jsonl"), line);
  }

  private static void assertRefused(ThrowingCallable work, String words) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(work)
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining(words));
  }

  private Recorder record() throws RecordingException {
    return Recorder.open(LogOptions.of(dir), e -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".zst", ".gz"})
  void aFifoAmongTheSegments(String packed) throws Exception {
    Path fifo = fifo(dir.resolve(SEGMENT + packed));
    assertRefused(() -> Recording.open(dir), fifo + " is no regular file: move it away");
    assertRefused(this::record, fifo + " is no regular file: move it away");
  }

  @ParameterizedTest
  @ValueSource(strings = {"recorder.lock", ".recorder.lock"})
  void aFifoInPlaceOfALock(String lock) throws Exception {
    fifo(dir.resolve(lock));
    assertRefused(this::record, lock + " is no regular file: move it away");
  }

  @Test
  void aLinkToADevice() throws IOException {
    Files.createSymbolicLink(dir.resolve(SEGMENT), Path.of("/dev/zero"));
    assertRefused(() -> Recording.open(dir), SEGMENT + " is a link out of its folder");
    assertRefused(this::record, SEGMENT + " is a link out of its folder");
  }

  @Test
  void aLinkOutOfTheFolderAndOneThatLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve(SEGMENT), outside());
    assertRefused(() -> Recording.open(dir), "is a link out of its folder: move it away");
    Files.delete(link);
    Files.createSymbolicLink(dir.resolve("recorder.lock"), parent.resolve("absent"));
    assertRefused(this::record, "recorder.lock is a link out of its folder: move it away");
    assertThat(parent.resolve("absent")).doesNotExist();
  }

  @Test
  void aLinkToAFileBesideItIsRead() throws IOException {
    Path file = Files.move(outside(), dir.resolve("copy.jsonl"));
    Files.createSymbolicLink(dir.resolve(SEGMENT), file);
    assertThat(Readings.of(dir).events()).containsExactly(chat(0, 1, "a"));
  }

  @Test
  void aFifoOrADeviceThatAPersonNames() throws Exception {
    String words = " is no regular file: copy what it gives into one";
    Path fifo = fifo(parent.resolve("chat.jsonl"));
    assertRefused(() -> Recording.open(fifo), fifo + words);
    assertRefused(() -> Recording.open(Path.of("/dev/zero")), "/dev/zero" + words);
  }

  @Test
  void aLinkThatAPersonNamesIsReadWhereverItLeads() throws IOException {
    Path link = Files.createSymbolicLink(dir.resolve("mine.jsonl"), outside());
    assertThat(Readings.of(link).events()).containsExactly(chat(0, 1, "a"));
  }

  @Test
  void anIndexThatIsALinkIsNeitherReadNorWritten() throws IOException {
    Path other = Files.writeString(parent.resolve("other.sqlite"), "somebody else's");
    Files.createSymbolicLink(dir.resolve("index.sqlite"), other);
    try (Recorder recorder = record()) {
      recorder.accept(chat(0, 1, "a"));
    }
    assertThat(other).hasContent("somebody else's");
    assertThat(Recording.open(dir).index()).isEmpty();
    assertThat(Readings.of(dir).events()).hasSize(1);
  }
}
