package io.github.danmuhub.intake.merge;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.index.EventRow;
import org.jspecify.annotations.Nullable;

/**
 * By what a message is known in two recordings. Recorders of other programs keep no ids, so that a
 * message may have both.
 *
 * @param id the platform's; null where it has none
 * @param said who said what at which second of the platform's clock; null where that is not told
 */
record Keys(@Nullable String id, @Nullable String said) {
  private static final Keys NONE = new Keys(null, null);
  private static final long SECOND = 1_000;

  /** None where nothing tells a message from another of its kind, or it is one of many figures. */
  static Keys of(LiveEvent event) {
    if (isSample(event)) {
      return NONE;
    }
    Origin origin = event.origin();
    String kind = RoomRef.of(origin) + " " + EventTypes.name(event) + " ";
    return new Keys(origin.id() == null ? null : kind + origin.id(), said(kind, event));
  }

  private static @Nullable String said(String kind, LiveEvent event) {
    if (event instanceof Room room) {
      return kind + room.title() + '\0' + room.area();
    }
    if (event instanceof Broadcast broadcast) {
      return kind + broadcast.state() + broadcast.since();
    }
    User user = event.user();
    if (event.origin().time() == 0 || user == null) {
      return null;
    }
    EventRow row = EventRow.of(event);
    String who = user.id() == null ? user.displayName() : user.id();
    String what = row.text() + '\0' + row.item() + '\0' + row.count();
    return kind + who + '\0' + event.origin().time() / SECOND + '\0' + what;
  }

  boolean isNone() {
    return id == null && said == null;
  }

  /** What one connection tells now and then, and another at other moments. */
  private static boolean isSample(LiveEvent event) {
    return event instanceof Enter
        || event instanceof Like
        || event instanceof Stats
        || event instanceof Rank
        || event instanceof Connection
        || event instanceof Malformed;
  }
}
