package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures about the room. */
final class StatsCommands {
  private static final long NONE = -1;

  /** A message and its figures, by the names of their fields. */
  private record Form(String cmd, Map<String, Figure> fields) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("ONLINE_RANK_COUNT", Map.of("online_count", Figure.ONLINE)),
          new Form("WATCHED_CHANGE", Map.of("num", Figure.WATCHED)),
          new Form("LIKE_INFO_V3_UPDATE", Map.of("click_count", Figure.LIKES)),
          new Form("COLLABORATION_LIVE_POPULARITY", Map.of("num", Figure.POPULARITY)),
          new Form(
              "ROOM_REAL_TIME_MESSAGE_UPDATE",
              Map.of("fans", Figure.FOLLOWERS, "fans_club", Figure.MEMBERS)));

  private StatsCommands() {}

  /** Reads messages whose fields of those names are those figures. */
  static Command of(Map<String, Figure> wanted) {
    return message -> {
      Map<Figure, Long> figures = new EnumMap<>(Figure.class);
      message.data((field, in) -> put(figures, wanted.get(field), in));
      emit(message, figures);
    };
  }

  /** ONLINE_RANK_COUNT: {@code count} are those on the ranking; everybody, where it says so. */
  static void online(Message message) throws IOException, MalformedException {
    Map<Figure, Long> ranked = new EnumMap<>(Figure.class);
    Map<Figure, Long> everybody = new EnumMap<>(Figure.class);
    message.data(
        (field, in) -> {
          switch (field) {
            case "count" -> put(ranked, Figure.ONLINE, in);
            case "online_count" -> put(everybody, Figure.ONLINE, in);
            default -> {}
          }
        });
    emit(message, everybody.isEmpty() ? ranked : everybody);
  }

  private static void put(Map<Figure, Long> figures, @Nullable Figure figure, JsonCursor in)
      throws IOException {
    long value = figure == null ? NONE : in.number(NONE);
    if (figure != null && value >= 0) {
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
    List<Raw> messages = new ArrayList<>();
    for (Form form : FORMS) {
      JsonText data = JsonText.object();
      form.fields().forEach((f, figure) -> stats.figure(figure).ifPresent(n -> put(data, f, n)));
      if (!data.isEmpty()) {
        Origin origin = stats.origin().nth(messages.size() + 1);
        messages.addAll(Encoding.message(form.cmd(), data, origin));
      }
    }
    return messages;
  }

  /** With what goes with it: a quarter of those online are on the ranking. */
  private static void put(JsonText data, String field, long n) {
    data.put(field, n);
    switch (field) {
      case "online_count" -> data.put("count", n / 4);
      case "num" -> data.put("text_small", Long.toString(n));
      case "fans" -> data.put("red_notice", NONE);
      default -> {}
    }
  }
}
