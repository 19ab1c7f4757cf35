package io.github.danmuhub.server;

import io.github.danmuhub.app.OpenedRoom;
import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rooms that only remember that they are open. */
final class FakeRooms implements Rooms {
  private final Map<String, RoomStatus> open = new LinkedHashMap<>();

  private boolean failing;

  /** Opens a room that is as {@code status} says. */
  synchronized void put(RoomStatus status) {
    open.put(status.key(), status);
  }

  /** From now on a list ends in a fault of ours. */
  synchronized void fail() {
    failing = true;
  }

  @Override
  public synchronized List<RoomStatus> list() {
    if (failing) {
      throw new IllegalStateException("a fault of ours");
    }
    return new ArrayList<>(open.values());
  }

  @Override
  public synchronized OpenedRoom open(String roomOrUrl) throws RoomRefusedException {
    String[] parts = roomOrUrl.split(":", 2);
    if (!parts[0].equals("bilibili")) {
      throw new RoomRefusedException(
          RoomRefusedException.Reason.UNKNOWN, Phrase.foreign("no platform knows this room"));
    }
    RoomStatus status =
        new RoomStatus(parts[0], parts[1], Connection.State.LIVE, "标题", Connection.Health.NONE);
    return new OpenedRoom(status, open.put(roomOrUrl, status) == null);
  }

  @Override
  public synchronized boolean close(String room) {
    return open.remove(room) != null;
  }
}
