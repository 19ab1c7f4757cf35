package io.github.danmuhub.platform.bilibili;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.platform.Out;
import java.util.Map;

/**
 * What a lookup says of a room.
 *
 * @param id the long id, which alone is used on the wire
 * @param owner the anchor's user id, 0 where it is not known
 * @param title empty where it is not known: {@code room_init} does not tell it
 * @param live whether there is a broadcast; a round of recordings (轮播) is none
 * @param followers 0 where it is not known
 */
record BilibiliRoomInfo(
    long id, long owner, String title, String area, boolean live, long followers) {
  private static final String ON_AIR = "1";

  /** Reads the data of {@code get_info} or {@code room_init}: they share their names. */
  static BilibiliRoomInfo of(BilibiliApiAnswer answer) {
    return new BilibiliRoomInfo(
        answer.number("data.room_id"),
        answer.number("data.uid"),
        answer.text("data.title"),
        answer.text("data.area_name"),
        answer.text("data.live_status").equals(ON_AIR),
        answer.number("data.attention"));
  }

  void emit(Origin origin, Out out) {
    if (!title.isEmpty()) {
      out.emit(new Room(origin, title, area.isEmpty() ? null : area, null));
    }
    out.emit(new Broadcast(origin, live ? State.LIVE : State.OFFLINE));
    if (followers > 0) {
      out.emit(new Stats(origin, Map.of(Figure.FOLLOWERS, followers)));
    }
  }
}
