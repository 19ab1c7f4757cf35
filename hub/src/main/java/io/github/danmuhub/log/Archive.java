package io.github.danmuhub.log;

import java.util.List;

/** Where events are kept that no longer fit the memory. Used by any thread. */
public interface Archive extends AutoCloseable {
  /** The id of the hub whose events these are; stays the same over restarts. */
  String hub();

  /** The seq after which a new run counts on. */
  long startAfter();

  /** Never blocks: a full queue drops the event, counted; readers see a gap there. */
  void append(Entry entry);

  /**
   * The entries after {@code after} in order, whatever their filter; blocks on the disk. Empty
   * where there are none or the archive cannot be read.
   *
   * @throws ArchiveException where they still wait for the disk, and do so for too long
   */
  List<Entry> read(long after, int limit) throws ArchiveException;

  /** Events that did not get in. */
  long dropped();

  /** Whether the disk took nothing the last time. Never waits. */
  boolean isFailing();

  /** Waits until what was appended is on the disk. */
  @Override
  void close();
}
