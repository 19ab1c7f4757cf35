package io.github.danmuhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader with a cursor of its own. */
class LogReaderTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private EventLog log;

  @BeforeEach
  void open() throws IOException {
    LogFolder folder = LogFolder.open(LogOptions.of(dir), why -> {});
    log = EventLog.onDisk(100, 1 << 20, folder);
  }

  @AfterEach
  void close() {
    log.close();
  }

  private void say(String... texts) {
    for (String text : texts) {
      log.append(Chat.of(Origin.ours("bilibili", "1", 1), User.of("1", "n"), text));
    }
  }

  private LogReader reader(String name) throws IOException {
    return LogReader.open(log, dir, name, Filter.ALL, 0);
  }

  private static List<Long> seqs(Page page) {
    return page.entries().stream().map(Entry::seq).toList();
  }

  @Test
  void whatItIsDoneWithDoesNotComeAgainAndTheRestDoes() throws Exception {
    LogReader reader = reader("webhook");
    say("a", "b");
    assertThat(seqs(reader.next(LONG))).containsExactly(1L, 2L);
    reader.done();
    say("c");
    assertThat(seqs(reader.next(LONG))).containsExactly(3L);
    close();
    open();
    assertThat(seqs(reader("webhook").next(LONG))).containsExactly(3L);
    assertThat(seqs(reader("another").next(LONG))).containsExactly(1L, 2L, 3L);
  }

  @Test
  void itWakesAsSoonAsThereIsSomething() throws Exception {
    LogReader reader = reader("webhook");
    assertThat(reader.next(Duration.ofMillis(1)).isEmpty()).isTrue();
    Thread speaker = new Thread(() -> say("a"), "speaker");
    speaker.start();
    assertThat(seqs(reader.next(LONG))).containsExactly(1L);
    speaker.join();
  }

  @Test
  void whatItsFilterPassesOverIsDoneWithToo() throws Exception {
    Filter gifts = Filter.of(new Selection(Set.of(), Set.of("gift")));
    LogReader reader = LogReader.open(log, dir, "gifts", gifts, 0);
    say("a", "b");
    assertThat(reader.next(LONG).entries()).isEmpty();
    reader.done();
    assertThat(Files.readString(dir.resolve("gifts.cursor"))).endsWith("-2\n");
  }

  @Test
  void aCursorOfALogThatLostItsNameBeginsAgain() throws Exception {
    say("a", "b");
    LogReader reader = reader("webhook");
    reader.next(LONG);
    reader.done();
    close();
    Files.delete(dir.resolve("log.json"));
    open();
    assertThat(seqs(reader("webhook").next(LONG))).containsExactly(1L, 2L);
  }

  @Test
  void aBrokenCursorAndABadNameAreToldInWords() throws Exception {
    Files.writeString(dir.resolve("webhook.cursor"), "nonsense");
    assertThatThrownBy(() -> reader("webhook"))
        .hasMessageEndingWith("webhook.cursor does not hold a cursor: remove it to begin anew");
    assertThatThrownBy(() -> reader("../x")).hasMessageContaining("does not name a cursor");
  }
}
