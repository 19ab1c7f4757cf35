package io.github.danmuhub.log;

import io.github.danmuhub.platform.RoomRef;
import java.util.Map;

/** Who knows of a log what its last segment does not tell. */
@FunctionalInterface
public interface EarlierRooms {
  EarlierRooms UNKNOWN = lastSeq -> Map.of();

  /**
   * When each room was heard last, epoch milliseconds.
   *
   * @param lastSeq the log's last number
   */
  Map<RoomRef, Long> heard(long lastSeq);
}
