package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.List;

/** The room itself. */
final class RoomCommands {
  private RoomCommands() {}

  /** LIVE comes twice at each start; only the first has a {@code live_time}, in seconds. */
  static void live(Message message) throws IOException, MalformedException {
    Long told = message.field("live_time", JsonCursor::number);
    long start = told == null ? 0 : told;
    turn(message, message.end(null, start), Broadcast.State.LIVE, Message.millis(start));
  }

  /** PREPARING: the broadcast is over; with {@code round: 1} the room replays old ones. */
  static void preparing(Message message) throws IOException, MalformedException {
    turn(message, message.end(), Broadcast.State.OFFLINE, 0);
  }

  static void turn(Message message, Origin origin, Broadcast.State state, long since) {
    if (message.room().turns(state)) {
      message.emit(new Broadcast(origin, state, since));
    }
  }

  static void change(Message message) throws IOException, MalformedException {
    String title = null;
    String area = null;
    JsonCursor in = message.data();
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "title" -> title = in.text();
        case "area_name" -> area = in.words();
        default -> {}
      }
    }
    if (title == null) {
      throw message.malformed("has no title");
    }
    message.emit(new Room(message.end(), title, area == null ? null : area.strip(), null));
  }

  /** The start comes twice; only the first names the time. Of breaks the platform tells nothing. */
  static List<Raw> encode(Broadcast broadcast) {
    Origin origin = broadcast.origin();
    return switch (broadcast.state()) {
      case LIVE ->
          List.of(
              Encoding.raw(
                  Encoding.envelope("LIVE", origin)
                      .put("live_time", broadcast.since() / Encoding.SECOND)),
              Encoding.raw(Encoding.envelope("LIVE", origin)));
      case OFFLINE -> List.of(Encoding.raw(Encoding.envelope("PREPARING", origin)));
      case PAUSED, RESUMED -> List.of();
    };
  }

  static List<Raw> encode(Room room) {
    JsonText data = JsonText.object().put("title", room.title()).put("area_name", room.area());
    return Encoding.message("ROOM_CHANGE", data, room.origin());
  }
}
