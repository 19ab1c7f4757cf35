package io.github.danmuhub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.app.Takes.State;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person begins a recording and ends it. */
class TakesPartTest {
  private static final PartStatus STATUS =
      new PartStatus() {
        @Override
        public void failing(Phrase why) {
          throw new AssertionError(why);
        }

        @Override
        public void working(Phrase words) {
          // as it should
        }
      };

  private final Path dir;

  private final EventStream events = new EventStream();
  private long now = 1_700_000_000_000L;

  TakesPartTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @AfterEach
  void stop() {
    events.close();
  }

  private TakesPart part(@Nullable RecordingPart always) {
    TakesPart part = new TakesPart(dir, events, always, () -> now, said -> {});
    part.start(STATUS);
    return part;
  }

  @Test
  void aTakeHoldsWhatIsHeardFromItsBeginningToItsEnd() throws Exception {
    TakesPart takes = part(null);
    assertThat(takes.list()).isEmpty();
    takes.start();
    assertThat(takes.mayStart()).isFalse();
    events.publish(SampleEvents.chat(SampleEvents.START, 1, "one"));
    events.publish(SampleEvents.chat(SampleEvents.START, 2, "two"));
    await().until(() -> takes.list().get(0).events() == 2);
    String name = takes.list().get(0).name();
    assertThat(takes.stop(name)).isTrue();
    assertThat(takes.stop(name)).isFalse();
    assertThat(takes.list().get(0).state()).isEqualTo(State.ENDED);
    assertThat(takes.list().get(0).bytes()).isPositive();
    assertThat(takes.list().get(0).lost()).isZero();
    assertThat(dir.resolve(name)).isNotEmptyDirectory();
  }

  @Test
  void theNextOneIsAnotherAndTheNewestComesFirst() throws Exception {
    TakesPart takes = part(null);
    takes.start();
    takes.stop(takes.list().get(0).name());
    now += 61_000;
    takes.start();
    assertThat(takes.list()).hasSize(2);
    assertThat(takes.list().get(0).state()).isEqualTo(State.RUNNING);
    assertThatThrownBy(takes::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("already");
    takes.close();
    assertThat(takes.list()).allMatch(take -> take.state() == State.ENDED);
  }

  @Test
  void whereEverythingIsRecordedThatIsAll() throws Exception {
    RecordingPart always = new RecordingPart(LogOptions.of(dir), events, said -> {});
    always.start(STATUS);
    TakesPart takes = part(always);
    assertThat(takes.mayStart()).isFalse();
    assertThat(takes.list().get(0).state()).isEqualTo(State.ALWAYS);
    assertThat(takes.stop(takes.list().get(0).name())).isFalse();
    assertThatThrownBy(takes::start).hasMessageContaining("everything already");
    takes.close();
    always.close();
  }
}
