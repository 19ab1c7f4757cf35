package io.github.danmuhub.log;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import java.util.List;

/** Where a log keeps what no longer fits the memory. Any thread. */
public interface LogDisk extends AutoCloseable {
  /** The id of the hub whose events these are; stays the same over restarts. */
  String hub();

  /** The seq after which a new run counts on. */
  long startAfter();

  /** What has to be told before {@code event}, which is the next to be appended. */
  List<Gap> before(LiveEvent event);

  /** The gap before the room's next event begins at {@code at}: see {@link EventLog#heard}. */
  void heard(RoomRef room, long at, String why);

  /** Never blocks: a full queue drops the event, counted; readers see a gap there. */
  void append(Entry entry, Origin origin);

  /**
   * The entries after {@code after} in order, whatever their filter; blocks on the disk. Empty
   * where there are none or they cannot be read.
   *
   * @throws NotYetException where they still wait for the disk, and do so for too long
   */
  List<Entry> read(long after, int limit) throws NotYetException;

  /** Events that did not get in, or were removed again. */
  long lost();

  /** Whether the disk took nothing the last time. Never waits. */
  boolean isFailing();

  /** Waits until what was appended is on the disk. */
  @Override
  void close();
}
