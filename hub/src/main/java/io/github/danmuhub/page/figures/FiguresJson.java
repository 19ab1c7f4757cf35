package io.github.danmuhub.page.figures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.page.figures.Newcomers.Newcomer;
import io.github.danmuhub.page.figures.RoomFigures.Income;
import io.github.danmuhub.server.door.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/figures}: each room's own, and the sums of those that were asked for; times in
 * milliseconds of the epoch, rows from {@code minute} (of the epoch) on, the last one running.
 */
final class FiguresJson {
  private static final int TOP = 10;

  private final long since;
  private final long now;
  private final long first;
  private final long last;

  private record Ranked(String room, TopPeople.Place place) {}

  FiguresJson(long since, long now) {
    this.since = since;
    this.now = now;
    this.last = MinuteRow.minute(now);
    this.first = Math.max(MinuteRow.minute(since), last - MinuteRow.LENGTH + 1);
  }

  ObjectNode of(
      Map<String, RoomFigures> rooms, Map<String, RoomFigures> summed, List<Newcomer> newcomers) {
    ObjectNode json = Json.message("figures").put("since", since).put("now", now);
    ObjectNode each = json.putObject("rooms");
    rooms.forEach((key, room) -> each.set(key, room(room)));
    json.put("minute", first);
    json.put("chats", sum(summed.values(), room -> room.chatCount));
    json.put("speakers", sum(summed.values(), room -> room.speakerCount));
    rows(json.putObject("rows"), summed.values());
    gaps(json.putArray("gaps"), summed);
    speakers(json.putArray("top_speakers"), summed);
    givers(json.putArray("top_givers"), summed);
    newcomers(json.putArray("newcomers"), newcomers);
    return json;
  }

  private ObjectNode room(RoomFigures room) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    long whole = room.chats.at(last - 1);
    json.put("rate", last == first ? room.chats.at(last) : whole);
    json.put("chats", room.chatCount).put("speakers", room.speakerCount);
    ObjectNode income = json.putObject("income");
    room.income.forEach((currency, in) -> income.put(currency, in.milli));
    room.told.forEach((figure, n) -> json.put(figure.name().toLowerCase(Locale.ROOT), n));
    return json;
  }

  private static long sum(Collection<RoomFigures> rooms, ToLongFunction<RoomFigures> figure) {
    return rooms.stream().mapToLong(figure).sum();
  }

  private void rows(ObjectNode json, Collection<RoomFigures> rooms) {
    row(json.putArray("chats"), rooms.stream().map(room -> room.chats).toList());
    ObjectNode income = json.putObject("income");
    Set<String> currencies = new TreeSet<>();
    rooms.forEach(room -> currencies.addAll(room.income.keySet()));
    for (String currency : currencies) {
      List<MinuteRow> rows = new ArrayList<>();
      rooms.stream()
          .map(room -> room.income.get(currency))
          .filter(in -> in != null)
          .forEach(in -> rows.add(in.minutes));
      row(income.putArray(currency), rows);
    }
  }

  private void row(ArrayNode json, List<MinuteRow> rows) {
    for (long minute = first; minute <= last; minute++) {
      long sum = 0;
      for (MinuteRow row : rows) {
        sum = MinuteRow.plus(sum, row.at(minute));
      }
      json.add(sum);
    }
  }

  private void gaps(ArrayNode json, Map<String, RoomFigures> rooms) {
    rooms.forEach(
        (key, room) -> {
          for (Gap gap : room.gaps) {
            ObjectNode each = json.addObject().put("room", key);
            each.put("from", gap.from()).put("to", gap.to()).put("why", gap.why());
          }
        });
  }

  private static void speakers(ArrayNode json, Map<String, RoomFigures> rooms) {
    List<Ranked> all = new ArrayList<>();
    rooms.forEach(
        (key, room) -> room.speakers.best(TOP).forEach(place -> all.add(new Ranked(key, place))));
    top(all)
        .forEach(
            each ->
                json.addObject()
                    .put("room", each.room())
                    .put("name", each.place().name())
                    .put("count", each.place().sum()));
  }

  /** Amounts of several currencies cannot be compared: a list each. */
  private static void givers(ArrayNode json, Map<String, RoomFigures> rooms) {
    Set<String> currencies = new TreeSet<>();
    rooms.values().forEach(room -> currencies.addAll(room.income.keySet()));
    for (String currency : currencies) {
      List<Ranked> all = new ArrayList<>();
      rooms.forEach((key, room) -> ranked(key, room.income.get(currency), all));
      top(all)
          .forEach(
              each ->
                  json.addObject()
                      .put("room", each.room())
                      .put("name", each.place().name())
                      .put("milli", each.place().sum())
                      .put("currency", currency));
    }
  }

  private static void ranked(String room, @Nullable Income in, List<Ranked> all) {
    if (in != null) {
      in.givers.best(TOP).forEach(place -> all.add(new Ranked(room, place)));
    }
  }

  private static List<Ranked> top(List<Ranked> all) {
    Comparator<Ranked> bySum = Comparator.comparingLong(each -> each.place().sum());
    return all.stream().sorted(bySum.reversed()).limit(TOP).toList();
  }

  private static void newcomers(ArrayNode json, List<Newcomer> newcomers) {
    for (Newcomer each : newcomers) {
      ObjectNode one = json.addObject().put("room", each.room()).put("user", each.user());
      one.put("received", each.received());
    }
  }
}
