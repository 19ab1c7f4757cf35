package io.github.danmuhub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.record.copy.Copies;
import io.github.danmuhub.record.copy.CopyName;
import io.github.danmuhub.record.copy.CopySettings;
import io.github.danmuhub.record.copy.Split;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work behind a recording: it holds nothing up, and does not give up. */
class FollowedRecordingTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Path dir;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final PartStatus status =
      new PartStatus() {
        @Override
        public void failing(Phrase why) {
          said.add(why.toString());
        }

        @Override
        public void working(Phrase words) {
          said.add(words.toString());
        }
      };

  FollowedRecordingTest(@TempDir Path dir) {
    this.dir = dir;
  }

  /** Does nothing, which a test changes. */
  private static class Idle implements LogFollower.Work {
    @Override
    public void resume(String memory) {}

    @Override
    public boolean take(Page page, LogFollower.Ending ending) throws IOException {
      return true;
    }

    @Override
    public String memory() {
      return "";
    }
  }

  private RecordingPart part(EventStream events) {
    return new RecordingPart(LogOptions.of(dir), events, words -> {});
  }

  @Test
  void workThatHangsHoldsNoRecordingUp() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Idle hangs =
        new Idle() {
          @Override
          public boolean take(Page page, LogFollower.Ending ending) throws IOException {
            try {
              return page.isEmpty() || never.await(10, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
        };
    try (EventStream events = new EventStream()) {
      RecordingPart part = part(events).followedBy("webhook", hangs);
      part.start(status);
      for (int i = 0; i < 1_000; i++) {
        events.publish(SampleEvents.chat(i, 1, "text " + i));
      }
      part.close();
      assertThat(part.lost()).isZero();
    }
    assertThat(Readings.of(dir).events()).hasSize(1_000);
    never.countDown();
  }

  @Test
  void workThatFailsIsToldOnceAndDoneAgainUntilItSucceeds() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    List<Long> done = new CopyOnWriteArrayList<>();
    Idle fails =
        new Idle() {
          @Override
          public boolean take(Page page, LogFollower.Ending ending) throws IOException {
            if (!page.isEmpty() && broken.get()) {
              throw new IOException("no room");
            }
            page.entries().forEach(entry -> done.add(entry.seq()));
            return true;
          }
        };
    try (EventStream events = new EventStream()) {
      RecordingPart part = part(events).followedBy("copies", fails);
      part.start(status);
      events.publish(SampleEvents.chat(0, 1, "one"));
      await().atMost(LONG).until(() -> said.contains("copies: no room"));
      broken.set(false);
      await().atMost(LONG).until(() -> done.equals(List.of(1L)));
      await().atMost(LONG).until(() -> said.contains("copies goes on where it was"));
      part.close();
    }
    assertThat(said).hasSize(2);
  }

  @Test
  void whatWasHeardBeforeTheEndIsInTheCopies() throws Exception {
    CopyName name = CopyName.of("{title}{start}", ZoneOffset.UTC);
    Copies copies = new Copies(dir, new CopySettings(Set.of(Split.BROADCAST), name, Set.of()));
    try (EventStream events = new EventStream()) {
      RecordingPart part = part(events).followedBy(Copies.NAME, copies);
      part.start(status);
      events.publish(SampleEvents.room(0, "A"));
      events.publish(SampleEvents.broadcast(0, Broadcast.State.LIVE));
      events.publish(SampleEvents.chat(1, 1, "one"));
      await().atMost(LONG).until(() -> copies.written() == 3);
      part.close();
    }
    Path file = dir.resolve(Copies.FOLDER).resolve("A2026-11-21_08-00-00.jsonl");
    assertThat(Readings.of(file).events()).hasSize(3);
    assertThat(Files.readString(dir.resolve("copies.cursor"))).contains("-3\n{\"rooms\":");
  }
}
