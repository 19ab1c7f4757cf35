package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hub, as far as a worker needs it. Any thread; opening and closing may block a little. */
interface RoomHost {
  /**
   * Opens a room, unless it is open.
   *
   * @param past who heard it before; null where that is not known
   * @return whether it is opened by that; false: it is the user's own, and stays
   * @throws RoomRefusedException in words
   */
  boolean open(RoomRef room, RoomRecord wanted, @Nullable Past past) throws RoomRefusedException;

  void close(RoomRef room);

  /** How all open rooms are. */
  Map<RoomRef, RoomStatus> rooms();

  /**
   * Who heard a room before.
   *
   * @param worker its name
   * @param until when, epoch milliseconds
   * @param live whether it was heard then
   */
  record Past(String worker, long until, boolean live) {}
}
