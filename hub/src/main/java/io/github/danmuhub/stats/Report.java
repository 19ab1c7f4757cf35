package io.github.danmuhub.stats;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one room's recording tells. Times are epoch milliseconds of our clock, as it would have told
 * them had it never {@linkplain ClockJump jumped}.
 */
public record Report(
    Subject subject,
    Messages messages,
    Speakers speakers,
    Income income,
    Retention retention,
    Quality quality) {

  /**
   * Of what it tells.
   *
   * @param title empty where the room never told it
   * @param highest the highest figure that the platform told, by its name in JSON v1
   */
  public record Subject(RoomRef room, String title, long from, long to, Map<String, Long> highest) {
    public long durationMs() {
      return to - from;
    }
  }

  /**
   * What was written.
   *
   * @param perMinute in each minute from the beginning on
   * @param peaks the busiest minutes, busiest first, none next to another
   * @param words what most messages say, most frequent first
   */
  public record Messages(long count, List<Integer> perMinute, List<Peak> peaks, List<Word> words) {}

  /**
   * A word, or a few characters of a language that does not part its words.
   *
   * @param messages in how many it stands
   */
  public record Word(String text, long messages) {}

  /**
   * What was paid. Currencies are never added up: lists that can have only one have {@code
   * currency}.
   *
   * @param totals by currency, in thousandths
   * @param currency the one of real money, else the one paid in most often; empty where none is
   * @param minutes by currency, thousandths in each minute from the beginning on
   * @param gifts those of real money first; of each currency the most valuable first
   * @param givers by what they gave of {@code currency}
   * @param boxes blind boxes: what they cost and what was in them
   */
  public record Income(
      Map<String, Long> totals,
      String currency,
      Map<String, List<Long>> minutes,
      List<GiftTotal> gifts,
      List<Person> givers,
      SuperChats superChats,
      Memberships memberships,
      BlindBoxes boxes) {

    /** Of {@link #currency}. */
    public List<Long> perMinute() {
      return minutes.getOrDefault(currency, List.of());
    }
  }

  /**
   * Who stays, by one definition: docs/analysis.md says it in SQL.
   *
   * @param later of all viewers
   * @param cohorts by the minute in which they were first seen; minutes without any are left out
   */
  public record Retention(List<Retained> later, List<Cohort> cohorts) {}

  /**
   * The viewers first seen in one minute.
   *
   * @param minute counted from the beginning, from 0 on
   * @param again how many of them were seen 5, 15 and 60 minutes later or after; -1 where nobody
   *     can know: a gap, or the end
   */
  public record Cohort(int minute, int viewers, List<Integer> again) {}

  /** A minute with many messages; {@code at} is its start. */
  public record Peak(long at, int messages) {}

  /**
   * Who spoke.
   *
   * @param newcomers who had never spoken in this room before; -1 where there is no index to ask
   * @param unknown of whom the platform shows no id: they may be new or not
   */
  public record Speakers(int distinct, int newcomers, int unknown, List<Person> top) {
    /** Who had spoken here before; -1 where there is no index to ask. */
    public int returning() {
      return newcomers < 0 ? -1 : distinct - unknown - newcomers;
    }
  }

  /**
   * Somebody in a list of the first.
   *
   * @param amount messages, or thousandths of {@code currency}
   */
  public record Person(@Nullable String id, String name, long amount) {}

  /**
   * All of one kind of gift.
   *
   * @param value thousandths; of all of them together
   */
  public record GiftTotal(String name, long count, long value, @Nullable String currency) {}

  /**
   * Paid messages.
   *
   * @param count all of them
   * @param first those that are told one by one
   */
  public record SuperChats(long count, List<SuperChatLine> first) {}

  /** A paid message. */
  public record SuperChatLine(long at, String name, Money value, String text) {}

  /** Blind boxes, all and by who bought most; in thousandths of a yuan. */
  public record BlindBoxes(long opened, long paid, long worth, List<Boxes> top) {}

  /** Somebody's blind boxes; in thousandths of a yuan. */
  public record Boxes(@Nullable String id, String name, long opened, long paid, long worth) {
    /** What they won; negative where they lost. */
    public long profit() {
      return worth - paid;
    }
  }

  /**
   * Who stayed.
   *
   * @param viewers who were first seen so many minutes before a minute that was recorded
   * @param again how many of them were seen then or later
   */
  public record Retained(int minutes, int viewers, int again) {}

  /** Purchases, all and by the platform's name for the level. */
  public record Memberships(long count, Map<String, Long> byName) {}

  /**
   * How good the data is.
   *
   * @param gaps when the room could not be heard; may overlap, and begin before the report
   * @param gapMs how long in all, within what was selected
   * @param clockJumps of our own clock; the first 1,000
   * @param reconnects how often the connection was lost
   * @param dropped events lost to full queues
   * @param lines what of the recording could not be read
   */
  public record Quality(
      List<Gap> gaps,
      long gapMs,
      List<ClockJump> clockJumps,
      long reconnects,
      long dropped,
      long unknown,
      long malformed,
      ReadReport lines) {}

  /** Our clock was set forward at {@code at}; or back, where {@code byMs} is negative. */
  public record ClockJump(long at, long byMs) {}

  /** For people. */
  public void print(PrintStream out, Words words) {
    new ReportText(this, out, words).print();
  }

  /** One JSON object for programs, with a line feed; does not close {@code out}. */
  public void writeJson(OutputStream out) throws IOException {
    ReportJson.write(this, out);
  }
}
