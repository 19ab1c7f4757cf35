package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsReader;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;

/** {@code BeginLiveNotice}, {@code EndLiveNotice}, {@code LiveInfoChangedNotice}. */
final class Broadcasts {
  static final long BEGIN = 8000;
  static final long END = 8001;
  static final long CHANGED = 8004;

  private static final long SECOND_MS = 1_000;

  private Broadcasts() {}

  static void begin(Delivery delivery, BroadcastState state) throws MalformedException {
    String area = "";
    String title = "";
    long since = 0;
    TarsReader in = delivery.reader();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      switch (tag) {
        case 2 -> area = in.string();
        case 18 -> title = in.string();
        case 24 -> since = Math.max(0, in.int32()) * SECOND_MS;
        default -> in.skip();
      }
    }
    state.now(new Broadcast(delivery.origin(), State.LIVE, since), delivery.out());
    if (!title.isEmpty()) {
      delivery.emit(new Room(delivery.origin().nth(2), title, area.isEmpty() ? null : area, null));
    }
  }

  static void end(Delivery delivery, BroadcastState state) {
    state.now(new Broadcast(delivery.origin(), State.OFFLINE), delivery.out());
  }

  static void changed(Delivery delivery) throws MalformedException {
    String area = "";
    String title = "";
    TarsReader in = delivery.reader();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      switch (tag) {
        case 2 -> area = in.string();
        case 4 -> title = in.string();
        default -> in.skip();
      }
    }
    delivery.emit(new Room(delivery.origin(), title, area.isEmpty() ? null : area, null));
  }

  /** A pause is not told. */
  static List<HuyaMessage> encode(Broadcast broadcast, long presenter) {
    TarsWriter out = new TarsWriter().number(0, presenter);
    return switch (broadcast.state()) {
      case LIVE ->
          Encoding.message(
              BEGIN, out.number(24, broadcast.since() / SECOND_MS), broadcast.origin());
      case OFFLINE -> Encoding.message(END, out, broadcast.origin());
      case PAUSED, RESUMED -> List.of();
    };
  }

  static List<HuyaMessage> encode(Room room, long presenter) {
    TarsWriter out = new TarsWriter();
    out.number(0, presenter).string(2, Encoding.text(room.area())).string(4, room.title());
    return Encoding.message(CHANGED, out, room.origin());
  }
}
