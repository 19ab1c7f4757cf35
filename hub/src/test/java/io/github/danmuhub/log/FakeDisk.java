package io.github.danmuhub.log;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import java.util.ArrayList;
import java.util.List;

/** A disk that is full, or hangs, or breaks. */
public final class FakeDisk implements LogDisk {
  private final List<Entry> entries = new ArrayList<>();
  private boolean refusing;
  private long lost;

  private Runnable beforeRead = () -> {};

  /** What each read does first. */
  public FakeDisk beforeRead(Runnable does) {
    beforeRead = does;
    return this;
  }

  void refuse(boolean now) {
    refusing = now;
  }

  @Override
  public String hub() {
    return "0123456789abcdef";
  }

  @Override
  public long startAfter() {
    return 0;
  }

  @Override
  public List<Gap> before(LiveEvent event) {
    return List.of();
  }

  @Override
  public void heard(RoomRef room, long at, String why) {
    // nobody is told of gaps here
  }

  @Override
  public void append(Entry entry, Origin origin) {
    if (refusing) {
      lost++;
    } else {
      entries.add(entry);
    }
  }

  @Override
  public List<Entry> read(long after, int limit) {
    beforeRead.run();
    return entries.stream().filter(entry -> entry.seq() > after).limit(limit).toList();
  }

  @Override
  public long lost() {
    return lost;
  }

  @Override
  public boolean isFailing() {
    return refusing;
  }

  @Override
  public void close() {
    entries.clear();
  }
}
