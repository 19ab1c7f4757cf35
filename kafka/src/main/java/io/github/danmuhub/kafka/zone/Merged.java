package io.github.danmuhub.kafka.zone;

/**
 * What goes to {@code danmu.merged}.
 *
 * @param from what it came from, or what settled it
 * @param json the event in JSON v1: {@code from}'s own bytes, where nothing was taken from it
 */
@SuppressWarnings("ArrayRecordComponent") // shared, never compared
record Merged(ZoneEvent from, byte[] json) {

  /** As the zone told it. */
  static Merged of(ZoneEvent told) {
    return new Merged(told, told.json());
  }
}
