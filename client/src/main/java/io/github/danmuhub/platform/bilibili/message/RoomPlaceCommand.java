package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.platform.bilibili.json.JsonCursor;
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
    new RoomPlaceCommand("人气榜").read(message);
  }

  /** HOT_RANK_CHANGED and _V2, until 2023: of an area. */
  static void hot(Message message) throws IOException, MalformedException {
    RoomPlaceCommand hot = new RoomPlaceCommand(null);
    hot.data(message.data());
    hot.ranking = hot.ranking == null ? "热门榜" : hot.ranking + "热门榜";
    hot.emit(message);
  }

  /** RANK_CHANGED and _V2, AREA_RANK_CHANGED, REVENUE_RANK_CHANGED: they name their ranking. */
  static void named(Message message) throws IOException, MalformedException {
    new RoomPlaceCommand(null).read(message);
  }

  private void read(Message message) throws IOException, MalformedException {
    data(message.data());
    emit(message);
  }

  private void data(JsonCursor in) throws IOException {
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "rank_name", "rank_name_by_type", "area_name" -> ranking = in.words();
        case "rank", "rank_by_type" -> place = Math.max(place, in.number(UNTOLD));
        case "timestamp" -> time = in.number();
        default -> {}
      }
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
