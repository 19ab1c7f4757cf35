package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * POPULAR_RANK_CHANGED and its like: the room's place among all rooms, which players show as a word
 * or two. Place 0 is none.
 */
final class RoomPlaceCommand {
  private static final long UNTOLD = -1;

  private @Nullable String ranking;
  private long place = UNTOLD;
  private long time;

  private RoomPlaceCommand(@Nullable String ranking) {
    this.ranking = ranking;
  }

  /** POPULAR_RANK_CHANGED, until 2024. */
  static void popular(Message message) throws IOException, MalformedException {
    read("人气榜", message).emit(message);
  }

  /** HOT_RANK_CHANGED and _V2, until 2023: of an area. */
  static void hot(Message message) throws IOException, MalformedException {
    RoomPlaceCommand hot = read(null, message);
    hot.ranking = hot.ranking == null ? "热门榜" : hot.ranking + "热门榜";
    hot.emit(message);
  }

  /** RANK_CHANGED and _V2, AREA_RANK_CHANGED, REVENUE_RANK_CHANGED: they name their ranking. */
  static void named(Message message) throws IOException, MalformedException {
    read(null, message).emit(message);
  }

  private static RoomPlaceCommand read(@Nullable String ranking, Message message)
      throws IOException, MalformedException {
    RoomPlaceCommand command = new RoomPlaceCommand(ranking);
    message.data(command::data);
    return command;
  }

  private void data(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "rank_name", "rank_name_by_type", "area_name" -> ranking = in.words();
      case "rank", "rank_by_type" -> place = Math.max(place, in.number(UNTOLD));
      case "timestamp" -> time = in.number();
      default -> {}
    }
  }

  private void emit(Message message) throws IOException, MalformedException {
    if (ranking == null || place < 0) {
      message.unknown();
      return;
    }
    String text = place == 0 ? ranking + "未上榜" : ranking + "第" + place + "名";
    message.emit(new Notice(message.end(null, time), null, text));
  }
}
