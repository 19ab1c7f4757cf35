package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.kafka.control.RoomRecord;

/**
 * That this worker has to hear a room.
 *
 * @param partition in which the room stands
 * @param epoch the worker's tenure of that partition
 */
record Wanted(int partition, long epoch, RoomRecord record) {
  /** Whether a socket that was opened for the other serves this one too. */
  boolean keeps(Wanted other) {
    return record.opensLike(other.record);
  }
}
