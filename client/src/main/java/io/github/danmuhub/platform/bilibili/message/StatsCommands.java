package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.platform.bilibili.json.JsonCursor;
import io.github.danmuhub.platform.bilibili.json.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Figures about the room. */
final class StatsCommands {
  private static final long NONE = -1;

  private StatsCommands() {}

  /** LIKE_INFO_V3_UPDATE. */
  static void likes(Message message) throws IOException, MalformedException {
    read(message, Map.of("click_count", Figure.LIKES));
  }

  /** WATCHED_CHANGE; COLLABORATION_LIVE_WATCHED: of all rooms that broadcast together. */
  static void watched(Message message) throws IOException, MalformedException {
    read(message, Map.of("num", Figure.WATCHED));
  }

  /** ROOM_REAL_TIME_MESSAGE_UPDATE. */
  static void fans(Message message) throws IOException, MalformedException {
    read(message, Map.of("fans", Figure.FOLLOWERS, "fans_club", Figure.MEMBERS));
  }

  /** COLLABORATION_LIVE_ONLINE: in all rooms that broadcast together. */
  static void togetherOnline(Message message) throws IOException, MalformedException {
    read(message, Map.of("num", Figure.ONLINE));
  }

  /** COLLABORATION_LIVE_POPULARITY: of all rooms that broadcast together. */
  static void togetherPopular(Message message) throws IOException, MalformedException {
    read(message, Map.of("num", Figure.POPULARITY));
  }

  /** ONLINE_RANK_COUNT: {@code count} are those on the ranking; everybody, where it says so. */
  static void online(Message message) throws IOException, MalformedException {
    long ranked = NONE;
    long everybody = NONE;
    JsonCursor in = message.data();
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "count" -> ranked = in.number(NONE);
        case "online_count" -> everybody = in.number(NONE);
        default -> {}
      }
    }
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    put(figures, Figure.ONLINE, everybody >= 0 ? everybody : ranked);
    emit(message, figures);
  }

  private static void read(Message message, Map<String, Figure> wanted)
      throws IOException, MalformedException {
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    JsonCursor in = message.data();
    for (String f = in.field(); f != null; f = in.field()) {
      Figure figure = wanted.get(f);
      if (figure != null) {
        put(figures, figure, in.number(NONE));
      }
    }
    emit(message, figures);
  }

  private static void put(Map<Figure, Long> figures, Figure figure, long value) {
    if (value >= 0) {
      figures.put(figure, value);
    }
  }

  private static void emit(Message message, Map<Figure, Long> figures)
      throws IOException, MalformedException {
    if (figures.isEmpty()) {
      throw message.malformed("has no figure");
    }
    message.emit(new Stats(message.end(), figures));
  }

  /** One message for each kind of figure. */
  static List<Raw> encode(Stats stats) {
    List<JsonText> messages = new ArrayList<>();
    stats
        .figure(Figure.ONLINE)
        .ifPresent(n -> add(messages, stats, "ONLINE_RANK_COUNT", online(n)));
    stats.figure(Figure.WATCHED).ifPresent(n -> add(messages, stats, "WATCHED_CHANGE", num(n)));
    stats
        .figure(Figure.LIKES)
        .ifPresent(n -> add(messages, stats, "LIKE_INFO_V3_UPDATE", likes(n)));
    stats
        .figure(Figure.POPULARITY)
        .ifPresent(n -> add(messages, stats, "COLLABORATION_LIVE_POPULARITY", num(n)));
    if (stats.figures().containsKey(Figure.FOLLOWERS)
        || stats.figures().containsKey(Figure.MEMBERS)) {
      add(messages, stats, "ROOM_REAL_TIME_MESSAGE_UPDATE", fans(stats));
    }
    return messages.stream().map(Encoding::raw).toList();
  }

  private static void add(List<JsonText> messages, Stats stats, String cmd, JsonText data) {
    Origin origin = stats.origin().nth(messages.size() + 1);
    messages.add(Encoding.envelope(cmd, origin).put("data", data));
  }

  /** A quarter of them stand on the ranking. */
  private static JsonText online(long count) {
    return JsonText.object().put("count", count / 4).put("online_count", count);
  }

  private static JsonText num(long count) {
    return JsonText.object().put("num", count).put("text_small", Long.toString(count));
  }

  private static JsonText likes(long count) {
    return JsonText.object().put("click_count", count);
  }

  private static JsonText fans(Stats stats) {
    JsonText data = JsonText.object().put("red_notice", NONE);
    stats.figure(Figure.FOLLOWERS).ifPresent(n -> data.put("fans", n));
    stats.figure(Figure.MEMBERS).ifPresent(n -> data.put("fans_club", n));
    return data;
  }
}
