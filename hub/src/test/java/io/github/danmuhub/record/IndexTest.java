package io.github.danmuhub.record;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.broadcast;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.room;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFile;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.index.IndexSchema;
import io.github.danmuhub.record.index.RecordingIndex;
import io.github.danmuhub.record.index.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexTest {
  private static final RoomRef ROOM = new RoomRef("bilibili", "545068");
  private static final List<LiveEvent> EVENING =
      List.of(
          room(0, "晚上好"),
          broadcast(1_000, State.LIVE),
          chat(2_000, "小明", "开播了"),
          new Gap(origin(5_000), START + 3_000, START + 5_000, "reset"),
          gift(6_000, 7, "小花花", 3, 300),
          broadcast(9_000, State.OFFLINE),
          chat(10_000, "大明", "after the end"),
          broadcast(20_000, State.LIVE),
          chat(21_000, "大明", "again"));

  @TempDir Path dir = Path.of("");

  private void record(List<LiveEvent> events) throws IOException {
    LogOptions options = LogOptions.of(dir);
    try (Recorder recorder = Recorder.open(options, e -> {}, () -> START, SegmentFile::open)) {
      events.forEach(recorder);
    }
  }

  private RecordingIndex index() throws IOException {
    return Recording.open(dir).index().orElseThrow();
  }

  private static void assertThatItKnowsTheEvening(List<Session> sessions) {
    assertThat(sessions).hasSize(2);
    Session first = sessions.get(0);
    assertThat(first.title()).isEqualTo("晚上好");
    assertThat(first.started()).isEqualTo(START);
    assertThat(first.seenFromStart()).isFalse();
    assertThat(first.ended()).isEqualTo(START + 9_000);
    assertThat(first.gaps()).extracting(Gap::why).containsExactly("reset");
    Session second = sessions.get(1);
    assertThat(second.started()).isEqualTo(START + 20_000);
    assertThat(second.seenFromStart()).isTrue();
    assertThat(second.ended()).isZero();
    assertThat(second.until()).isEqualTo(START + 21_000);
  }

  @Test
  void broadcastsBecomeSessionsWithTitleStartEndAndGaps() throws IOException {
    record(EVENING);
    try (RecordingIndex index = index()) {
      assertThatItKnowsTheEvening(index.sessions());
      assertThat(IndexRows.events(dir)).isEqualTo(EVENING.size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"r", "what? 100% 晚上好 #1 & more"})
  void askingLeavesNothingBesideTheIndex(String folder) throws IOException {
    record(EVENING);
    Path copy = Files.createDirectory(dir.resolve(folder));
    Files.copy(dir.resolve(IndexSchema.FILE), copy.resolve(IndexSchema.FILE));
    try (RecordingIndex index = RecordingIndex.openIn(copy).orElseThrow()) {
      assertThatItKnowsTheEvening(index.sessions());
      assertThat(copy.toFile().list()).containsExactly(IndexSchema.FILE);
    }
    assertThat(copy.toFile().list()).containsExactly(IndexSchema.FILE);
  }

  @Test
  void theSameSessionsAreFoundWithoutAnIndex() throws IOException {
    record(EVENING);
    Files.delete(dir.resolve(IndexSchema.FILE));
    assertThatItKnowsTheEvening(Recording.open(dir).sessions());
  }

  @Test
  void namesAndFirstWordsOfAUserAreKept() throws IOException {
    record(EVENING);
    try (RecordingIndex index = index()) {
      assertThat(IndexRows.column(dir, "SELECT name || last FROM name WHERE user_id = '42'"))
          .containsExactlyInAnyOrder("小明" + (START + 2_000), "大明" + (START + 21_000));
      assertThat(index.firstSpoke(ROOM, "42")).isEqualTo(OptionalLong.of(START + 2_000));
      assertThat(index.firstSpoke(ROOM, "7")).isEmpty();
    }
  }

  @Test
  void aMissingIndexIsMadeAnewFromTheRecording() throws IOException {
    record(EVENING);
    Files.delete(dir.resolve(IndexSchema.FILE));
    record(List.of(chat(30_000, "大明", "more")));
    try (RecordingIndex index = index()) {
      assertThat(IndexRows.events(dir)).isEqualTo(EVENING.size() + 2); // and the gap between
      assertThat(index.sessions()).hasSize(2);
    }
  }

  @Test
  void anIndexThatIsBehindCatchesUp() throws IOException {
    record(EVENING.subList(0, 3));
    Path index = dir.resolve(IndexSchema.FILE);
    Path kept = Files.copy(index, dir.resolve("kept"));
    record(EVENING.subList(3, EVENING.size()));
    Files.move(kept, index, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    record(List.of());
    try (RecordingIndex now = index()) {
      assertThat(now.lastSeq()).isEqualTo(lastSeq());
      assertThat(IndexRows.events(dir)).isEqualTo(lastSeq());
    }
  }

  private long lastSeq() throws IOException {
    long last = 0;
    try (RecordingReader reader = Recording.open(dir).reader()) {
      for (Numbered n = reader.next(); n != null; n = reader.next()) {
        last = n.seq();
      }
    }
    return last;
  }

  @Test
  void aGapThatStandsInTheFileOnlyIsOneOfItsBroadcast() throws IOException {
    Gap lost = new Gap(origin(5_000), START + 3_000, START + 5_000, "the disk took nothing");
    Files.writeString(
        Segment.create(dir, START, 1).path(),
        line(new Numbered(1, broadcast(1_000, State.LIVE)))
            + line(new Numbered(0, lost))
            + line(new Numbered(4, chat(5_000, "小明", "还在"))));
    record(List.of());
    try (RecordingIndex index = index()) {
      assertThat(index.sessions()).hasSize(1);
      assertThat(index.sessions().get(0).gaps()).hasSize(1);
      assertThat(index.lastSeq()).isEqualTo(4);
    }
    assertThat(IndexRows.events(dir)).isEqualTo(2);
    Files.delete(dir.resolve(IndexSchema.FILE));
    assertThat(Recording.open(dir).sessions().get(0).gaps()).hasSize(1);
  }

  private static String line(Numbered event) {
    return new String(EventWriter.write(event), UTF_8) + "\n";
  }

  @Test
  void anIndexThatIsNoDatabaseIsReplaced() throws IOException {
    record(EVENING);
    Files.writeString(dir.resolve(IndexSchema.FILE), "this is not SQLite, not even nearly");
    record(List.of());
    assertThat(IndexRows.events(dir)).isEqualTo(EVENING.size());
  }

  @Test
  void theIndexOfAnotherRecordingIsReplaced() throws IOException {
    record(EVENING);
    for (Segment segment : new SegmentFolder(dir).segments()) {
      Files.delete(segment.path());
    }
    record(List.of(chat(0, "小明", "a new recording")));
    assertThat(IndexRows.events(dir)).as("the gap since the evening, and the chat").isEqualTo(2);
  }

  @Test
  void aRecorderThatWasAwayForHalfADayDoesNotClaimTheSameBroadcast() throws IOException {
    long later = 12 * 3_600_000L;
    record(List.of(broadcast(0, State.LIVE), chat(1_000, "小明", "yesterday")));
    record(List.of(broadcast(later, State.LIVE), chat(later + 1, "小明", "today")));
    try (RecordingIndex index = index()) {
      assertThat(index.sessions())
          .extracting(Session::started)
          .containsExactly(START, START + later);
      assertThat(index.sessions().get(0).ended()).isEqualTo(START + 1_000);
    }
  }

  @Test
  void anOfflineRoomWithChatHasNoBroadcastHoweverOftenTheRecorderStarts() throws IOException {
    record(
        List.of(broadcast(0, State.LIVE), chat(1, 1, "on air"), broadcast(2_000, State.OFFLINE)));
    record(List.of(chat(3_000, 1, "off air")));
    assertThat(index().sessions()).hasSize(1);
    record(List.of(room(4_000, "tomorrow at eight"), broadcast(5_000, State.OFFLINE)));
    record(List.of(chat(6_000, 1, "still off air")));
    assertThat(index().sessions()).hasSize(1);
    record(List.of(broadcast(7_000, State.LIVE)));
    assertThat(Recording.open(dir).sessions())
        .extracting(Session::title)
        .containsExactly("", "tomorrow at eight");
  }

  @Test
  void aRoomThatWasOnlySeenOfflineHasNoBroadcastAfterARestartEither() throws IOException {
    record(List.of(room(0, "晚上好"), broadcast(1, State.OFFLINE), chat(2, 1, "early")));
    record(List.of(chat(3_000, 1, "early too")));
    assertThat(index().sessions()).isEmpty();
    assertThat(Recording.open(dir).sessions()).isEmpty();
  }

  @Test
  void afterALongAbsenceChatBeginsABroadcastAcrossAnotherRestart() throws IOException {
    long later = 12 * 3_600_000L;
    record(List.of(broadcast(0, State.LIVE), chat(1_000, 1, "yesterday")));
    record(List.of(new Gap(origin(later), START + 1_000, START + later, "reset")));
    record(List.of(chat(later + 5, 1, "today")));
    assertThat(index().sessions())
        .extracting(Session::started)
        .containsExactly(START, START + later);
  }

  @Test
  void aBroadcastGoesOnUntilItsLastEventAndNotUntilTheLastAttemptToConnect() throws IOException {
    Connection attempt =
        new Connection(
            origin(3_600_000), Connection.State.RESOLVING, null, 0, 1, 0, Connection.Health.NONE);
    record(List.of(broadcast(0, State.LIVE), chat(1_000, 1, "last words"), attempt));
    assertThat(Recording.open(dir).sessions())
        .extracting(Session::until)
        .containsExactly(START + 1_000);
  }
}
