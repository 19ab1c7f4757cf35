package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsStruct;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;

/** {@code BeginLiveNotice}, {@code EndLiveNotice}, {@code LiveInfoChangedNotice}. */
final class Broadcasts {
  static final int BEGIN = 8000;
  static final int END = 8001;
  static final int CHANGED = 8004;

  private static final long SECOND_MS = 1_000;

  private Broadcasts() {}

  static void begin(Delivery delivery, BroadcastState state) throws MalformedException {
    TarsStruct in = delivery.body();
    long since = Math.max(0, (int) in.number(24)) * SECOND_MS;
    state.now(new Broadcast(delivery.origin(), State.LIVE, since), delivery.out());
    if (!in.text(18).isEmpty()) {
      delivery.emit(room(delivery.origin().nth(2), in.text(18), in.text(2)));
    }
  }

  static void end(Delivery delivery, BroadcastState state) {
    state.now(new Broadcast(delivery.origin(), State.OFFLINE), delivery.out());
  }

  static void changed(Delivery delivery) throws MalformedException {
    TarsStruct in = delivery.body();
    delivery.emit(room(delivery.origin(), in.text(4), in.text(2)));
  }

  private static Room room(Origin origin, String title, String area) {
    return new Room(origin, title, Encoding.shown(area), null);
  }

  /** The platform does not announce a pause. */
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
