package io.github.danmuhub.app;

import java.util.List;

/** The rooms behind the hub. Called on a worker thread, one call at a time; may block a little. */
public interface Rooms {
  List<RoomStatus> list();

  /**
   * Opens a room; harmless where it is open. One that has failed is tried again.
   *
   * @param roomOrUrl such as {@code bilibili:21452505}, or the address of its page, or a share link
   * @throws RoomRefusedException where it names no room, or there are too many
   */
  OpenedRoom open(String roomOrUrl) throws RoomRefusedException;

  /**
   * Closes a room for good.
   *
   * @return false where it was not open
   * @throws RoomRefusedException where that cannot be done now
   */
  boolean close(String room) throws RoomRefusedException;
}
