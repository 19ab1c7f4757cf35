package io.github.danmuhub.kafka.command;

import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.kafka.control.RoomTable;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The wanted rooms as lines, a room once for each zone that has said something of it. Pure. */
final class RoomLines {
  /** A worker that says nothing for so long is gone. */
  private static final long RECENT_MS = 10_000;

  private static final String NOTHING = "-";

  private RoomLines() {}

  /**
   * @param words by {@link Heard#key}
   * @param now epoch milliseconds
   */
  static List<String> of(RoomTable table, Map<String, Heard> words, long now) {
    Map<String, Heard> inOrder = new TreeMap<>(words);
    return table.rooms().stream().flatMap(room -> lines(room, table, inOrder, now)).toList();
  }

  private static Stream<String> lines(
      RoomRef room, RoomTable table, Map<String, Heard> words, long now) {
    RoomTable.Place place = table.find(room).orElseThrow();
    List<String> told =
        words.entrySet().stream()
            .filter(word -> Heard.partition(word.getKey()) == place.partition())
            .map(word -> line(room, place, word.getKey(), word.getValue(), now))
            .toList();
    return told.isEmpty()
        ? Stream.of(line(room, NOTHING, NOTHING, "wanted", NOTHING, account(place)))
        : told.stream();
  }

  private static String line(
      RoomRef room, RoomTable.Place place, String key, Heard word, long now) {
    Heard.State state = word.rooms().get(room);
    String zone = key.substring(0, key.indexOf('/'));
    boolean gone = now - word.at() > RECENT_MS;
    String is = gone ? "nobody" : state == null ? "wanted" : state.is();
    String ago =
        state == null || state.until() == 0 ? NOTHING : seconds(Math.max(0, now - state.until()));
    String why = state == null || state.why() == null || gone ? "" : "  " + state.why();
    return line(room, zone, word.worker(), is, ago, account(place) + why);
  }

  private static String account(RoomTable.Place place) {
    return place.record().account().isEmpty() ? NOTHING : place.record().account();
  }

  private static String seconds(long ms) {
    return String.format(Locale.ROOT, "%.1f", ms / 1_000.0);
  }

  private static String line(RoomRef room, String... columns) {
    return Printable.line(room + "  " + String.join("  ", columns));
  }
}
