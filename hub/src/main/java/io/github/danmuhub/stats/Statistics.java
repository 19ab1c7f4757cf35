package io.github.danmuhub.stats;

import io.github.danmuhub.event.json.Words;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.segment.ReadReport;
import io.github.danmuhub.record.segment.RecordingException;
import io.github.danmuhub.record.segment.RecordingReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Report} of a recording. One thread. */
public final class Statistics {
  private static final int PEAKS = 5;
  private static final int EVENTS_PER_PROGRESS = 1_000;

  private final Recording recording;
  private final StatsOptions options;
  private final People speakers = new People();
  private final DataQuality quality = new DataQuality();
  private final Map<String, Long> highest = new TreeMap<>();
  private @Nullable Totals totals;

  /** What needs to know the room and the start. */
  private static final class Totals {
    private final RoomRef room;
    private final long from;
    private final Minutes minutes;
    private final Income income;
    private String title = "";
    private long to;
    private long messages;

    private Totals(Origin first) {
      room = new RoomRef(first.platform(), first.room());
      from = first.received();
      to = from;
      minutes = new Minutes(from);
      income = new Income(from);
    }

    private boolean isOf(Origin origin) {
      return room.room().equals(origin.room()) && room.platform().equals(origin.platform());
    }
  }

  private Statistics(Recording recording, StatsOptions options) {
    this.recording = recording;
    this.options = options;
  }

  /**
   * Reads what it needs of the recording, once.
   *
   * @param progress told the bytes read so far, of {@link Recording#bytes()}
   * @throws RecordingException if nothing of it fits, or several rooms do; one line that says what
   *     to do
   */
  public static Report of(Recording recording, StatsOptions options, LongConsumer progress)
      throws IOException {
    return new Statistics(recording, options).read(progress);
  }

  /** The same, without progress. */
  public static Report of(Recording recording, StatsOptions options) throws IOException {
    return of(recording, options, bytes -> {});
  }

  private Report read(LongConsumer progress) throws IOException {
    try (RecordingReader reader = recording.reader(options.room(), options.from(), options.to())) {
      long count = 0;
      for (Numbered n = reader.next(); n != null; n = reader.next()) {
        accept(n.event());
        if (++count % EVENTS_PER_PROGRESS == 0) {
          progress.accept(reader.bytesRead());
        }
      }
      return report(reader);
    }
  }

  private void accept(LiveEvent event) throws RecordingException {
    Origin origin = event.origin();
    if (!isWanted(origin)) {
      return;
    }
    Totals sums = totals;
    if (sums == null) {
      sums = new Totals(origin);
      totals = sums;
    }
    if (!sums.isOf(origin)) {
      throw new RecordingException(
          "the recording holds %s and %s: choose one with --room"
              .formatted(sums.room, new RoomRef(origin.platform(), origin.room())));
    }
    sums.to = Math.max(sums.to, origin.received());
    quality.accept(event);
    if (!origin.history()) {
      count(event, sums);
    }
  }

  private RecordingException nothing(ReadReport lines) {
    String what = options.equals(StatsOptions.ALL.withTop(options.top())) ? "" : " that fits";
    return new RecordingException(
        "%s holds no event%s: %s".formatted(recording.path(), what, lines.words()));
  }

  private boolean isWanted(Origin origin) {
    RoomRef room = options.room();
    return origin.received() >= options.from()
        && origin.received() <= options.to()
        && (room == null
            || (room.room().equals(origin.room()) && room.platform().equals(origin.platform())));
  }

  private void count(LiveEvent event, Totals sums) {
    sums.income.accept(event);
    if (event instanceof Chat chat) {
      sums.messages++;
      sums.minutes.add(chat.origin().received(), 1);
      speakers.add(chat.user(), 1);
    } else if (event instanceof Room room) {
      sums.title = room.title();
    } else if (event instanceof Stats stats) {
      stats.figures().forEach((figure, value) -> highest(figure, value));
    }
  }

  private void highest(Stats.Figure figure, long value) {
    highest.merge(Words.word(figure), value, Math::max);
  }

  private Report report(RecordingReader reader) throws IOException {
    Totals sums = totals;
    if (sums == null) {
      throw nothing(reader.report());
    }
    int newcomers = Newcomers.count(recording, sums.room, sums.from, speakers.keys());
    List<Integer> perMinute = sums.minutes.sums().stream().map(Math::toIntExact).toList();
    return new Report(
        sums.room,
        sums.title,
        sums.from,
        sums.to,
        sums.messages,
        perMinute,
        sums.minutes.peaks(PEAKS),
        new Report.Speakers(speakers.size(), newcomers, speakers.top(options.top())),
        sums.income.byCurrency(),
        sums.income.currency(),
        sums.income.perMinute(),
        sums.income.byGift(),
        sums.income.topGivers(options.top()),
        sums.income.superChats(),
        sums.income.memberships(),
        highest,
        quality.report(reader.report()));
  }
}
