package io.github.danmuhub.record.segment;

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
 */
public record ReadReport(long events, long torn, long foreign, long newer, @Nullable String first) {

  /** Whether every line was read. */
  public boolean clean() {
    return torn + foreign + newer == 0;
  }

  /** One line for people, such as {@code 2 lines passed over: 1 torn, 1 foreign (first: …)}. */
  public String words() {
    String read = events + (events == 1 ? " event read" : " events read");
    if (clean()) {
      return read;
    }
    List<String> kinds = new ArrayList<>();
    add(kinds, torn, "torn (cut off or damaged there)");
    add(kinds, foreign, "not ours");
    add(kinds, newer, "of a newer version (use a newer danmu)");
    return "%s, lines passed over: %s; first: %s".formatted(read, String.join(", ", kinds), first);
  }

  private static void add(List<String> kinds, long count, String kind) {
    if (count > 0) {
      kinds.add(count + " " + kind);
    }
  }
}
