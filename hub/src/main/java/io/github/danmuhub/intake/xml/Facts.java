package io.github.danmuhub.intake.xml;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.RoomRef;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a file before its first message.
 *
 * @param title empty where it is not told
 * @param area empty where it is not told
 * @param anchor whose room it is, by name; empty where it is not told
 * @param since when the broadcast began, epoch milliseconds; 0 where it is not told
 * @param start the moment that the file's times count from, epoch milliseconds; 0 where nobody
 *     knows
 */
record Facts(RoomRef room, String title, String area, String anchor, long since, long start) {

  Facts withStart(long epochMs) {
    return new Facts(room, title, area, anchor, since, epochMs);
  }

  /** Of something that happened so many milliseconds after the start. */
  Origin origin(long at, long time) {
    return new Origin(room.platform(), room.room(), null, time, start + at, false, null);
  }

  /** The room as the head tells it, at the start. */
  List<LiveEvent> events() {
    List<LiveEvent> events = new ArrayList<>();
    User owner = anchor.isEmpty() ? null : User.of(null, anchor);
    events.add(new Room(origin(0, 0), title, area.isEmpty() ? null : area, owner));
    if (since > 0) {
      events.add(new Broadcast(origin(0, 0), Broadcast.State.LIVE, since));
    }
    return events;
  }
}
