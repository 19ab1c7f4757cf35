package io.github.danmuhub.platform.bilibili;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.User;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a lookup says of a room.
 *
 * @param id the long id, which alone is used on the wire
 * @param owner the anchor's user id, 0 where it is not known
 * @param title empty where it is not known: {@code room_init} does not tell it
 * @param live whether there is a broadcast; a round of recordings (轮播) is none
 * @param since when the broadcast began, epoch milliseconds, 0 where it is not known
 * @param followers 0 where it is not known
 */
record BilibiliRoomInfo(
    long id, long owner, String title, String area, boolean live, long since, long followers) {
  private static final String ON_AIR = "1";
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** Reads the data of {@code get_info} or {@code room_init}: they share their names. */
  static BilibiliRoomInfo of(BilibiliApiAnswer answer) {
    return new BilibiliRoomInfo(
        answer.number("data.room_id"),
        answer.number("data.uid"),
        answer.text("data.title"),
        answer.text("data.area_name"),
        answer.text("data.live_status").equals(ON_AIR),
        since(answer),
        answer.number("data.attention"));
  }

  /** {@code get_info} prints the time of China, {@code room_init} tells epoch seconds. */
  private static long since(BilibiliApiAnswer answer) {
    try {
      LocalDateTime printed = LocalDateTime.parse(answer.text("data.live_time"), PRINTED);
      return Math.max(0, printed.toInstant(CHINA).toEpochMilli());
    } catch (DateTimeException e) {
      long seconds = answer.number("data.live_time");
      return seconds > 0 && seconds <= Origin.LATEST / 1_000 ? seconds * 1_000 : 0;
    }
  }

  /** What the room says of itself; nothing where the title is not known. */
  Optional<Room> room(Origin origin) {
    User anchor = owner == 0 ? null : User.of(Long.toString(owner), null);
    return title.isEmpty()
        ? Optional.empty()
        : Optional.of(new Room(origin, title, area.isEmpty() ? null : area, anchor));
  }

  Broadcast broadcast(Origin origin) {
    return live ? new Broadcast(origin, State.LIVE, since) : new Broadcast(origin, State.OFFLINE);
  }

  Optional<Stats> stats(Origin origin) {
    return followers > 0
        ? Optional.of(new Stats(origin, Map.of(Figure.FOLLOWERS, followers)))
        : Optional.empty();
  }
}
