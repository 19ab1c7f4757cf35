package io.github.danmuhub.log.segment;

import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reading came across.
 *
 * @param events lines read
 * @param torn lines that were left unfinished by a killed writer, or are in a damaged part
 * @param foreign lines that are not ours
 * @param newer lines of ours that this program does not understand
 * @param first where the first of those lines stands, such as {@code chat.jsonl line 17}; null if
 *     there is none
 * @param missing numbers that a folder should hold, and does not
 * @param empty segments that hold nothing
 * @param firstEmpty the file of the first of them; null if there is none
 */
public record ReadReport(
    long events,
    long torn,
    long foreign,
    long newer,
    @Nullable Phrase first,
    long missing,
    long empty,
    @Nullable String firstEmpty) {
  private static final Phrase NO_WORDS = Phrase.foreign("");

  public static final ReadReport NOTHING = new ReadReport(0, 0, 0, 0, null, 0, 0, null);

  /** A line of a file, as {@link #first} has it. */
  public static Phrase place(@Nullable Path file, long line) {
    return Phrase.of("read.place", String.valueOf(file), line);
  }

  /** What both came across. */
  public ReadReport plus(ReadReport other) {
    return new ReadReport(
        events + other.events,
        torn + other.torn,
        foreign + other.foreign,
        newer + other.newer,
        first == null ? other.first : first,
        missing + other.missing,
        empty + other.empty,
        firstEmpty == null ? other.firstEmpty : firstEmpty);
  }

  /** Whether every line was read, and none is missing. */
  public boolean clean() {
    return badLines() + missing + empty == 0;
  }

  private long badLines() {
    return torn + foreign + newer;
  }

  /** One line for people, such as {@code 7 events read, lines passed over: 1 torn; first: …}. */
  public Phrase words() {
    return Phrase.of(
        "read.report", Phrase.count(events, "read-event"), lines(), absent(), segments());
  }

  private Phrase absent() {
    return missing == 0 ? NO_WORDS : Phrase.of("read.missing", Phrase.count(missing, "read-event"));
  }

  private Phrase segments() {
    if (firstEmpty == null) {
      return NO_WORDS;
    }
    return empty == 1
        ? Phrase.of("read.empty", firstEmpty)
        : Phrase.of("read.empties", firstEmpty, empty - 1);
  }

  private Phrase lines() {
    if (badLines() == 0) {
      return NO_WORDS;
    }
    List<Phrase> kinds = new ArrayList<>();
    add(kinds, torn, "read.torn");
    add(kinds, foreign, "read.foreign");
    add(kinds, newer, "read.newer");
    return Phrase.of("read.passed", Phrase.list(kinds), first == null ? NO_WORDS : first);
  }

  private static void add(List<Phrase> kinds, long count, String key) {
    if (count > 0) {
      kinds.add(Phrase.of(key, count));
    }
  }
}
