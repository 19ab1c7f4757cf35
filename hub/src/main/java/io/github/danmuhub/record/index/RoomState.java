package io.github.danmuhub.record.index;

import io.github.danmuhub.platform.RoomRef;

/**
 * What is known of a room apart from its broadcasts, so that they can be told from each other.
 *
 * @param title empty where the room never told it
 * @param seenOffline whether the platform told that the last broadcast is over: only its word
 *     begins the next one
 * @param since the beginning of a broadcast that has to be guessed, epoch milliseconds
 * @param heard when the room was heard last, epoch milliseconds; 0 = never
 */
public record RoomState(RoomRef room, String title, boolean seenOffline, long since, long heard) {

  /** Of a room that nobody knows yet. */
  public static RoomState fresh(RoomRef room, long now) {
    return new RoomState(room, "", false, now, 0);
  }
}
