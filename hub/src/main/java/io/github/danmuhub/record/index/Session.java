package io.github.danmuhub.record.index;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.platform.RoomRef;
import java.util.List;

/**
 * One broadcast of one room, as far as it was recorded.
 *
 * @param id the seq of its first event; the same however often the index is made anew
 * @param title empty where the room never told it
 * @param started epoch milliseconds; where the start was not seen, the room's first event
 * @param ended epoch milliseconds; 0 while it goes on
 * @param seenFromStart whether the recorder saw the broadcast begin
 * @param last when its last event was received, epoch milliseconds
 * @param gaps when the room could not be heard meanwhile
 */
public record Session(
    long id,
    RoomRef room,
    String title,
    long started,
    long ended,
    boolean seenFromStart,
    long last,
    List<Gap> gaps) {

  /** Copies the gaps. */
  public Session {
    gaps = List.copyOf(gaps);
  }

  /** When it ended, or, while it goes on, its last event; epoch milliseconds. */
  public long until() {
    return ended == 0 ? last : ended;
  }
}
