package io.github.danmuhub.stats;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Report} of a recording. One thread. */
public final class Statistics {
  private static final int PEAKS = 5;
  private static final int WORDS = 60;

  private final EventSource source;
  private final Selection selection;
  private final int top;
  private final People speakers = new People();
  private final DataQuality quality;
  private final Map<String, Long> highest = new TreeMap<>();
  private @Nullable Totals totals;

  /** What needs to know the room and the start. */
  private static final class Totals {
    private final RoomRef room;
    private final RecordedTime time;
    private final long from;
    private final Minutes minutes;
    private final Income income;
    private final Retention retention;
    private final BlindBoxes boxes = new BlindBoxes();
    private final FrequentWords words = new FrequentWords();
    private String title;
    private long messages;

    private Totals(Origin first, String title) {
      this.title = title;
      room = RoomRef.of(first);
      time = new RecordedTime(first);
      from = first.received();
      minutes = new Minutes(from);
      income = new Income(from);
      retention = new Retention(from);
    }
  }

  private Statistics(EventSource source, Selection selection, int top) {
    this.source = source;
    this.selection = selection;
    this.top = top;
    this.quality = new DataQuality(selection);
  }

  /**
   * Reads what it needs of the recording, once.
   *
   * @param selection of one room; names none where the recording holds one only
   * @param top how long the lists of people are
   * @throws RecordingException if nothing of it fits, or several rooms do; one line that says what
   *     to do
   */
  public static Report of(EventSource source, Selection selection, int top, Progress progress)
      throws IOException {
    Statistics statistics = new Statistics(source, selection, top);
    ReadReport lines =
        source.read(selection, progress, numbered -> statistics.accept(numbered.event()));
    return statistics.report(lines);
  }

  private void accept(LiveEvent event) throws RecordingException {
    Origin origin = event.origin();
    Totals sums = totals;
    if (sums == null) {
      sums = new Totals(origin, selection.title());
      totals = sums;
    }
    if (!sums.room.isOf(origin)) {
      throw new RecordingException(Phrase.of("recording.rooms", sums.room, RoomRef.of(origin)));
    }
    long at = sums.time.at(event);
    quality.accept(event, at);
    sums.retention.accept(event, at);
    if (!origin.history()) {
      count(event, at, sums);
    }
  }

  private RecordingException nothing(ReadReport lines) {
    String what = selection.equals(Selection.ALL) ? "recording.empty" : "recording.unfit";
    return new RecordingException(Phrase.of(what, source.path(), lines.words()));
  }

  private void count(LiveEvent event, long at, Totals sums) {
    sums.income.accept(event, at);
    if (event instanceof Gift gift) {
      sums.boxes.accept(gift);
    }
    if (event instanceof Chat chat) {
      sums.messages++;
      sums.minutes.add(at, 1);
      sums.words.add(chat.text());
      speakers.add(chat.user(), 1);
    } else if (event instanceof Room room) {
      sums.title = room.title();
    } else if (event instanceof Stats stats) {
      stats.figures().forEach((figure, value) -> highest(figure, value));
    }
  }

  private void highest(Stats.Figure figure, long value) {
    highest.merge(EnumWords.word(figure), value, Math::max);
  }

  private Report report(ReadReport lines) throws IOException {
    Totals sums = totals;
    if (sums == null) {
      throw nothing(lines);
    }
    return new Report(
        new Report.Subject(sums.room, sums.title, sums.from, sums.time.now(), highest),
        messages(sums),
        speakers(sums),
        sums.income.report(top, sums.boxes.report(top)),
        sums.retention.report(sums.time.now()),
        quality.report(lines, sums.time.jumps()));
  }

  private static Report.Messages messages(Totals sums) {
    return new Report.Messages(
        sums.messages,
        sums.minutes.sums().stream().map(Math::toIntExact).toList(),
        sums.minutes.peaks(PEAKS),
        sums.words.top(WORDS));
  }

  private Report.Speakers speakers(Totals sums) throws IOException {
    Set<String> ids = speakers.ids();
    return new Report.Speakers(
        speakers.size(),
        Newcomers.count(source, sums.room, sums.from, ids),
        speakers.size() - ids.size(),
        speakers.top(top));
  }
}
