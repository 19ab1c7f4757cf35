package io.github.danmuhub.log.segment;

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
    @Nullable String first,
    long missing,
    long empty,
    @Nullable String firstEmpty) {
  public static final ReadReport NOTHING = new ReadReport(0, 0, 0, 0, null, 0, 0, null);

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
  public String words() {
    return events(events) + " read" + lines() + absent() + segments();
  }

  private static String events(long count) {
    return count + (count == 1 ? " event" : " events");
  }

  private String absent() {
    return missing == 0 ? "" : "; missing: " + events(missing);
  }

  private String segments() {
    if (empty == 0) {
      return "";
    }
    String others = empty == 1 ? "" : " and " + (empty - 1) + " more";
    return "; nothing is in " + firstEmpty + others;
  }

  private String lines() {
    if (badLines() == 0) {
      return "";
    }
    List<String> kinds = new ArrayList<>();
    add(kinds, torn, "torn (cut off or damaged there)");
    add(kinds, foreign, "not ours");
    add(kinds, newer, "of a newer version (use a newer danmu)");
    return ", lines passed over: %s; first: %s".formatted(String.join(", ", kinds), first);
  }

  private static void add(List<String> kinds, long count, String kind) {
    if (count > 0) {
      kinds.add(count + " " + kind);
    }
  }
}
