package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.script.Cast;

/**
 * The numbers of a simulated room: always the same of the same room.
 *
 * @param name as a person types it
 */
record RoomNumbers(String name) {
  /** Rooms with a shorter id are short ids, which stand for another. */
  private static final long SHORT_BELOW = 10_000;

  private static final long SHORT_OFFSET = 21_000_000;

  private long typed() {
    return Long.parseLong(name);
  }

  long longId() {
    return typed() < SHORT_BELOW ? typed() + SHORT_OFFSET : typed();
  }

  /** 0 where the room has none. */
  long shortId() {
    return typed() < SHORT_BELOW ? typed() : 0;
  }

  boolean answersTo(long id) {
    return id == typed() || id == longId();
  }

  /** The anchor's user id: who speaks as the anchor in a script. */
  String owner() {
    return String.valueOf(new Cast(name, BilibiliWords.VOCABULARY.audience()).anchor().id());
  }
}
