package io.github.danmuhub.record;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.user;
import static io.github.danmuhub.event.Connection.State.ENDED;
import static io.github.danmuhub.event.Connection.State.LIVE;
import static io.github.danmuhub.event.Connection.State.RESOLVING;
import static io.github.danmuhub.event.Connection.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.danmuhub.SampleEvents;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFile;
import io.github.danmuhub.record.index.IndexSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a room was not heard, by what the recorder wrote before, and writes now. */
class RecorderGapsTest {
  @TempDir Path dir = Path.of("");
  private final AtomicLong now = new AtomicLong(START);
  private final List<RecordingException> failures = new ArrayList<>();

  private static Connection connection(long at, Connection.State state, String detail) {
    return new Connection(origin(at), state, detail, 0, 1, 0, Connection.Health.NONE);
  }

  private List<Gap> gaps() throws IOException {
    return Readings.of(dir).events().stream()
        .filter(Gap.class::isInstance)
        .map(Gap.class::cast)
        .toList();
  }

  private void record(LiveEvent... events) throws IOException {
    try (Recorder recorder =
        Recorder.open(LogOptions.of(dir), failures::add, now::get, SegmentFile::open)) {
      for (LiveEvent event : events) {
        recorder.accept(event);
      }
    }
    assertThat(failures).isEmpty();
    now.addAndGet(1_000);
  }

  private static Gap gap(long from, long to, String why) {
    return new Gap(Origin.ours("bilibili", "545068", START + to), START + from, START + to, why);
  }

  @Test
  void aGapLastsUntilTheRoomIsHeardAndNotUntilSomebodyTries() throws IOException {
    record(connection(0, LIVE, "in"), chat(1_000, 1, "before"));
    record(
        connection(60_000, RESOLVING, "looking"),
        connection(61_000, WAITING, "no network"),
        connection(3_600_000, RESOLVING, "looking"),
        connection(3_601_000, LIVE, "in"),
        chat(3_602_000, 1, "after"));
    assertThat(gaps()).containsExactly(gap(1_000, 3_601_000, "the recorder was not running"));
  }

  @Test
  void aRoomThatWasLostBeforeTheRecorderStoppedIsMissedFromThere() throws IOException {
    record(
        connection(0, LIVE, "in"),
        chat(1_000, 1, "before"),
        connection(2_000, WAITING, "reset"),
        connection(1_800_000, ENDED, "closed"));
    record(connection(3_600_000, RESOLVING, "looking"), connection(3_601_000, LIVE, "in"));
    assertThat(gaps()).containsExactly(gap(1_000, 3_601_000, "the recorder was not running"));
  }

  @Test
  void aRoomThatIsClosedAndOpenedAgainIsMissedMeanwhile() throws IOException {
    record(
        connection(0, LIVE, "in"),
        chat(1_000, 1, "before"),
        connection(2_000, ENDED, "closed"),
        connection(7_200_000, RESOLVING, "looking"),
        connection(7_201_000, LIVE, "in"));
    assertThat(gaps()).containsExactly(gap(1_000, 7_201_000, "the room was closed"));
  }

  @Test
  void whatAConnectionTellsItselfIsNotToldTwice() throws IOException {
    Gap own = new Gap(origin(9_000), START + 1_000, START + 9_000, "reset");
    record(
        connection(0, RESOLVING, "looking"),
        connection(1, WAITING, "no network"),
        connection(2, LIVE, "in"),
        chat(1_000, 1, "before"),
        connection(2_000, WAITING, "reset"),
        connection(8_000, RESOLVING, "looking"),
        connection(9_000, LIVE, "in"),
        own,
        chat(9_001, 1, "after"));
    assertThat(gaps()).containsExactly(own);
  }

  @Test
  void aRoomThatIsFoundButRefusedAfterARestartIsStillMissed() throws IOException {
    record(chat(1_000, 1, "before"));
    record(
        connection(10_000, RESOLVING, "looking"),
        SampleEvents.room(11_000, "found"),
        connection(12_000, WAITING, "refused"),
        connection(60_000, LIVE, "in"));
    assertThat(gaps())
        .containsExactly(
            gap(1_000, 11_000, "the recorder was not running"), gap(11_000, 60_000, "refused"));
  }

  @Test
  void aRoomThatTheLastSegmentDoesNotNameIsMissedAllTheSame() throws IOException {
    record(chat(0, 1, "here"), Chat.of(origin("2", 0), user(1), "there"));
    record(chat(10_000, 1, "here"));
    record(chat(20_000, 1, "here"), Chat.of(origin("2", 20_000), user(1), "there"));
    assertThat(gaps())
        .filteredOn(gap -> gap.origin().room().equals("2"))
        .extracting(Gap::from, Gap::to)
        .containsExactly(tuple(START, START + 20_000));
  }

  @Test
  void anEmptyLastSegmentHidesNoGap() throws IOException {
    record(chat(0, 1, "before"));
    Files.writeString(Segment.create(dir, START + 5_000, 2).path(), "{\"v\":1,\"type");
    Files.delete(dir.resolve(IndexSchema.FILE));
    record(chat(10_000, 1, "after"));
    assertThat(gaps()).containsExactly(gap(0, 10_000, "the recorder was not running"));
    assertThat(Readings.of(dir).seqs()).containsExactly(1L, 2L, 3L);
  }
}
