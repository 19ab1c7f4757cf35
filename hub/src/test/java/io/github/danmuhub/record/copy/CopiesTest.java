package io.github.danmuhub.record.copy;

import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.origin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies on the disk, and what a kill between two of their steps leaves of them. */
class CopiesTest {
  private static final String FILE = "A-2026-11-21_08-00-00.jsonl";

  private static final LogFollower.Ending NEVER =
      new LogFollower.Ending() {
        @Override
        public boolean isNear() {
          return false;
        }

        @Override
        public void await(Duration atMost) {
          throw new AssertionError("nobody waits");
        }
      };

  private final EventLog log = EventLog.inMemory(1_000, 1 << 20);
  private final Path dir;
  private long read;

  CopiesTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private Copies copies(String memory) throws IOException {
    CopyName name = CopyName.of("{title}", ZoneOffset.UTC);
    Copies copies = new Copies(dir, new CopySettings(Set.of(Split.BROADCAST), name, Set.of()));
    copies.resume(memory);
    return copies;
  }

  private void said(String... texts) {
    for (String text : texts) {
      log.append(chat(1_000, 1, text));
    }
  }

  private void take(Copies copies) throws IOException {
    Page page = log.read(read, Filter.ALL, 100);
    copies.take(page, NEVER);
    copies.flush();
    read = page.next();
  }

  private List<String> texts(String file) throws IOException {
    List<String> texts = new ArrayList<>();
    try (var reading = Recording.open(copy(file)).open(Selection.ALL)) {
      for (var next = reading.next(); next != null; next = reading.next()) {
        LiveEvent event = next.event();
        texts.add(event instanceof Chat chat ? chat.text() : event.getClass().getSimpleName());
      }
      assertThat(reading.report().missing()).isZero();
    }
    return texts;
  }

  private Path copy(String file) {
    return dir.resolve(Copies.FOLDER).resolve(file);
  }

  private void live() {
    log.append(new Room(origin(0), "A", null, null));
    log.append(new Broadcast(origin(0), Broadcast.State.LIVE));
  }

  @Test
  void aCopyIsAFileThatStandsAloneWithoutNumbers() throws Exception {
    Copies copies = copies("");
    live();
    said("one", "two");
    take(copies);
    assertThat(texts(FILE)).containsExactly("Room", "Broadcast", "one", "two");
    assertThat(Files.readString(copy(FILE))).doesNotContain("\"seq\"").endsWith("}\n");
  }

  @Test
  void whatWasWrittenBehindTheCursorIsCutOffAndComesAgain() throws Exception {
    Copies killed = copies("");
    live();
    said("one");
    take(killed);
    String memory = killed.memory();
    long cursor = read;
    said("two", "three");
    take(killed);
    Files.writeString(copy(FILE), "{\"torn", StandardOpenOption.APPEND);
    read = cursor;
    said("four");
    take(copies(memory));
    assertThat(texts(FILE)).containsExactly("Room", "Broadcast", "one", "two", "three", "four");
  }

  @Test
  void aFileThatWasBegunBehindTheCursorIsBegunAgain() throws Exception {
    Copies killed = copies("");
    String memory = killed.memory();
    live();
    said("one", "two");
    take(killed);
    read = 0;
    take(copies(memory));
    assertThat(texts(FILE)).containsExactly("Room", "Broadcast", "one", "two");
    assertThat(files()).containsExactly(FILE);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(dir.resolve(Copies.FOLDER))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void aFileOfAnotherWithThatNameStaysAndOursHasANumberThenAndAfterARestart() throws Exception {
    Files.createDirectories(copy(FILE).getParent());
    Files.writeString(copy(FILE), "my notes");
    Copies copies = copies("");
    live();
    said("one");
    take(copies);
    Copies after = copies(copies.memory());
    said("two");
    take(after);
    assertThat(Files.readString(copy(FILE))).isEqualTo("my notes");
    assertThat(texts("A-2026-11-21_08-00-00 (2).jsonl"))
        .containsExactly("Room", "Broadcast", "one", "two");
  }

  @Test
  void aFileThatSomebodyRemovedIsMadeAgain() throws Exception {
    Copies copies = copies("");
    live();
    said("one");
    take(copies);
    Files.delete(copy(FILE));
    said("two");
    take(copies);
    assertThat(texts(FILE)).containsExactly("two");
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAndNothingIsDoneWith() throws Exception {
    Files.writeString(dir.resolve(Copies.FOLDER), "in the way");
    Copies copies = copies("");
    live();
    assertThatThrownBy(() -> take(copies)).isInstanceOf(IOException.class);
    assertThat(read).isZero();
  }

  @Test
  void aMemoryThatIsDamagedIsToldInWords() {
    assertThatThrownBy(() -> copies("{nonsense"))
        .hasMessage("its cursor's file is damaged: remove it to begin anew");
  }
}
