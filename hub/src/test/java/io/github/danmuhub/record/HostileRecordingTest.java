package io.github.danmuhub.record;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.broadcast;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.room;
import static io.github.danmuhub.SampleEvents.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.log.segment.RecordingReader;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFile;
import io.github.danmuhub.log.segment.SegmentFolder;
import io.github.danmuhub.record.index.IndexSchema;
import io.github.danmuhub.record.index.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users, crashes and clocks do to a recording: each has a clear answer. */
class HostileRecordingTest {
  @TempDir Path dir = Path.of("");
  private final AtomicLong now = new AtomicLong(START);

  private Recorder open(LogOptions options) throws RecordingException {
    return Recorder.open(options, e -> {}, now::get, SegmentFile::open);
  }

  private void record(List<? extends LiveEvent> events) throws IOException {
    try (Recorder recorder = open(LogOptions.of(dir))) {
      events.forEach(recorder);
    }
  }

  private Path index() {
    return dir.resolve(IndexSchema.FILE);
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static List<Chat> chats(int count) {
    return IntStream.range(0, count).mapToObj(i -> chat(i, i % 50, "message " + i)).toList();
  }

  @Test
  void aFileThatIsNotOursIsReadAsNothingAndSaysSo() throws IOException {
    byte[] noise = new byte[100_000];
    new SplittableRandom(7).nextBytes(noise);
    Path file = Files.write(dir.resolve("photo.jsonl"), noise);
    Readings readings = Readings.of(file);
    assertThat(readings.numbered()).isEmpty();
    assertThat(readings.report().foreign()).isPositive();
    assertThat(readings.report().words().toString())
        .contains("not ours; first: photo.jsonl line 1");
  }

  @Test
  void aPackedFileThatIsCutInItsHeaderOrIsABombIsReadInBoundedMemory() throws IOException {
    Path header = Files.write(dir.resolve("cut.jsonl.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThat(Readings.of(header).report().torn()).isEqualTo(1);
    Path bomb = dir.resolve("bomb.jsonl.zst");
    try (OutputStream out = Compression.ZSTD.pack(Files.newOutputStream(bomb))) {
      for (int i = 0; i < 256; i++) {
        out.write(new byte[1 << 20]); // one line of 256 MiB
      }
      out.write('\n');
      out.write(EventWriter.write(chat(0, 1, "behind it")));
    }
    Readings readings = Readings.of(bomb);
    assertThat(readings.events()).containsExactly(chat(0, 1, "behind it"));
    assertThat(readings.report().foreign()).isEqualTo(1);
  }

  @Test
  void aCrashBetweenPackingAndDeletingLeavesNoEventTwice() throws IOException {
    LogOptions plain = LogOptions.of(dir).withCompression(Compression.NONE);
    try (Recorder recorder = open(plain)) {
      chats(100).forEach(recorder);
    }
    Path segment = new SegmentFolder(dir).segments().get(0).path();
    byte[] whole = Files.readAllBytes(segment);
    try (OutputStream out =
        Compression.ZSTD.pack(Files.newOutputStream(Path.of(segment + ".zst")))) {
      out.write(whole);
    }
    Files.write(Path.of(segment + ".gz" + Segment.UNFINISHED), Arrays.copyOf(whole, 100));
    assertThat(Readings.of(dir).seqs()).isEqualTo(upTo(100));
    try (Recorder recorder = open(plain)) {
      assertThat(recorder.lastSeq()).isEqualTo(100);
    }
    assertThat(segment).doesNotExist();
    assertThat(Readings.of(dir).seqs()).isEqualTo(upTo(100));
  }

  @Test
  void anIndexWithBrokenPagesIsReadAroundAndMadeAnew() throws IOException, SQLException {
    record(chats(3_000));
    byte[] bytes = Files.readAllBytes(index());
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a); // the first page says that all is well
    Files.write(index(), bytes);
    assertThat(Recording.open(dir).sessions()).hasSize(1);
    record(chats(10));
    record(List.of());
    assertThat(IndexRows.events(dir)).isEqualTo(3_011); // and the gap
  }

  @Test
  void anIndexOfANewerSchemaIsNotReadAndMadeAnew() throws IOException, SQLException {
    record(chats(10));
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + index());
        Statement statement = db.createStatement()) {
      statement.execute("PRAGMA user_version=99");
    }
    assertThat(Recording.open(dir).index()).isEmpty();
    assertThat(Recording.open(dir).sessions()).hasSize(1);
    record(List.of());
    assertThat(IndexRows.events(dir)).isEqualTo(10);
  }

  @Test
  void sessionsThatTheIndexHasNotSeenYetAreFoundAllTheSame() throws IOException {
    record(List.of(broadcast(0, State.LIVE), chat(1, 1, "a"), broadcast(2, State.OFFLINE)));
    byte[] old = Files.readAllBytes(index());
    record(List.of(broadcast(10, State.LIVE), chat(11, 1, "b")));
    Files.write(index(), old);
    assertThat(Recording.open(dir).sessions())
        .extracting(Session::started)
        .containsExactly(START, START + 10);
  }

  @Test
  void aClockThatGoesBackCostsNoEventAndTurnsNoGapInsideOut() throws IOException {
    try (Recorder recorder = open(LogOptions.of(dir))) {
      recorder.accept(chat(100_000, 1, "at noon"));
      recorder.flush();
      now.addAndGet(-Duration.ofHours(2).toMillis());
      recorder.accept(chat(-7_000_000, 1, "two hours earlier"));
    }
    record(List.of(chat(-8_000_000, 1, "earlier still")));
    Readings readings = Readings.of(dir);
    assertThat(readings.seqs()).isEqualTo(upTo(4));
    Gap gap = (Gap) readings.events().get(2);
    assertThat(gap.from()).isEqualTo(gap.to());
    Session session = Recording.open(dir).sessions().get(0);
    assertThat(session.until()).isEqualTo(START + 100_000);
  }

  @Test
  void aHundredRoomsInOneRecorderAreKeptApart() throws IOException {
    List<LiveEvent> events = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      events.add(Chat.of(origin("room-" + i % 100, i), user(i % 7), "m" + i));
    }
    record(events);
    List<Session> sessions = Recording.open(dir).sessions();
    assertThat(sessions).hasSize(100).extracting(Session::room).doesNotHaveDuplicates();
    assertThat(Readings.of(dir).events()).isEqualTo(events);
    Files.delete(index());
    assertThat(Recording.open(dir).sessions()).isEqualTo(sessions);
  }

  @Test
  void aBroadcastThatNeverEndsKeepsAllItsGapsAndOnlyOneSession() throws IOException {
    int gaps = 5_000;
    List<LiveEvent> month = new ArrayList<>(List.of(broadcast(0, State.LIVE)));
    for (int i = 1; i <= gaps; i++) {
      long at = START + i * 130_000L;
      month.add(new Gap(origin(i * 130_000L), at - 1_000, at, "reset"));
    }
    record(month);
    List<Session> sessions = Recording.open(dir).sessions();
    assertThat(sessions).hasSize(1);
    assertThat(sessions.get(0).gaps()).hasSize(gaps);
    assertThat(sessions.get(0).ended()).isZero();
  }

  @Test
  void aFolderOfAThousandSegmentsIsReadInOrderAndGoesOn() throws IOException {
    List<Chat> chats = chats(1_000);
    for (int i = 0; i < chats.size(); i++) {
      String line = new String(EventWriter.write(new Numbered(i + 1, chats.get(i))), UTF_8);
      Files.writeString(Segment.create(dir, START, i + 1).path(), line + "\n");
    }
    try (Recorder recorder = open(LogOptions.of(dir).withCompression(Compression.NONE))) {
      recorder.accept(chat(1_000, 1, "next"));
    }
    assertThat(Readings.of(dir).seqs()).isEqualTo(upTo(1_002)); // and the gap
    try (RecordingReader late = Recording.open(dir).reader(995)) {
      assertThat(IndexRows.events(dir)).isEqualTo(1_002);
      assertThat(late.next()).isNotNull().matches(n -> n.seq() == 996);
    }
  }

  @Test
  void hugeAndStrangeNamesArePartOfAHistoryLikeAnyOther() throws IOException {
    List<String> names =
        List.of(
            "小明",
            "👨‍👩‍👧‍👦".repeat(2_000),
            "'; DROP TABLE name; --",
            "\u202Eevil",
            "a\nb\t\"c\"");
    List<Chat> said = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      said.add(chat(i, names.get(i), "hello"));
    }
    record(said);
    assertThat(Readings.of(dir).events()).isEqualTo(said);
    assertThat(IndexRows.column(dir, "SELECT name FROM name ORDER BY first"))
        .containsExactlyElementsOf(names);
  }

  @Test
  void aLoneSurrogateInANameCostsNoOtherEvent() throws IOException {
    record(List.of(chat(0, "\ud83d", "half an emoji"), chat(1, "whole", "x")));
    assertThat(Readings.of(dir).report().clean()).isTrue();
    assertThat(Readings.of(dir).seqs()).isEqualTo(upTo(2));
    assertThat(IndexRows.events(dir)).isEqualTo(2);
  }

  @Test
  void aBroadcastIsCalledByItsLastTitleAndAnEarlierOneKeepsIts() throws IOException {
    record(
        List.of(
            room(0, "first"),
            broadcast(1, State.LIVE),
            room(2, "first, renamed"),
            broadcast(3, State.OFFLINE),
            room(4, "second"),
            broadcast(5, State.LIVE)));
    assertThat(Recording.open(dir).sessions())
        .extracting(Session::title)
        .containsExactly("first, renamed", "second");
  }

  @Test
  void aSingleFileHasItsOwnSessionsNotThoseOfTheFolderItLiesIn() throws IOException {
    record(List.of(broadcast(0, State.LIVE), broadcast(1, State.OFFLINE)));
    String ours = new String(EventWriter.write(chat(0, 1, "a")), UTF_8);
    Path file = Files.writeString(dir.resolve("mine.jsonl"), ours + "\n");
    assertThat(Recording.open(file).sessions())
        .singleElement()
        .matches(session -> session.ended() == 0);
  }

  @Test
  void aFolderInPlaceOfAFileIsSaidInOneLine() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("20261121T080000Z-000000000001.jsonl"));
    assertThatThrownBy(() -> Recording.open(folder)).hasMessageStartingWith("no recording in ");
  }

  @ParameterizedTest
  @EnumSource(names = {"ZSTD", "GZIP"})
  void anIndexGoesOnBehindADamagedSegment(Compression compression) throws IOException {
    LogOptions options = LogOptions.of(dir).withCompression(compression);
    try (Recorder recorder = open(options)) {
      chats(3_000).forEach(recorder);
    }
    Path packed = new SegmentFolder(dir).segments().get(0).path();
    Files.write(packed, Arrays.copyOf(Files.readAllBytes(packed), (int) Files.size(packed) / 2));
    Files.delete(index());
    try (Recorder recorder = open(options)) {
      recorder.accept(chat(4_000, 1, "behind the damage"));
    }
    assertThat(IndexRows.events(dir)).isEqualTo(Readings.of(dir).numbered().size());
    assertThat(IndexRows.column(dir, "SELECT text FROM event ORDER BY seq DESC LIMIT 1"))
        .containsExactly("behind the damage");
  }

  @Test
  void anIndexGoesOnBehindASegmentWithoutAProperHeader() throws IOException {
    byte[] header = {0x1f, (byte) 0x8b, 9, 0, 0, 0, 0, 0, 0, 0};
    Files.write(dir.resolve("20261121T070000Z-000000000001.jsonl.gz"), header);
    record(chats(1));
    assertThat(IndexRows.events(dir)).isEqualTo(1);
    assertThat(Readings.of(dir).report().torn()).isEqualTo(1);
    assertThat(Readings.of(dir).events()).isEqualTo(chats(1));
  }

  @Test
  void theIndexOfAnotherRecordingIsNotTakenForOurs() throws IOException {
    record(chats(3));
    byte[] foreign = Files.readAllBytes(index());
    try (var files = Files.list(dir)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.delete(file);
      }
    }
    Files.write(index(), foreign);
    record(List.of(chat(0, 7, "ours 1"), chat(1, 7, "ours 2"), chat(2, 7, "ours 3")));
    assertThat(IndexRows.column(dir, "SELECT text FROM event ORDER BY seq"))
        .containsExactly("ours 1", "ours 2", "ours 3");
  }

  @Test
  void twoGapsWithOneStartAreBothKept() throws IOException {
    record(
        List.of(
            broadcast(0, State.LIVE),
            new Gap(origin(5_000), START + 1_000, START + 5_000, "reset"),
            new Gap(origin(9_000), START + 1_000, START + 9_000, "the disk took nothing")));
    assertThat(IndexRows.column(dir, "SELECT stop - start FROM gap ORDER BY stop"))
        .containsExactly("4000", "8000");
  }
}
