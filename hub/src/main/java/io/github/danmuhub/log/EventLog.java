package io.github.danmuhub.log;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RoomRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one log behind all doors. An event gets its number and its JSON once; a reader is a number
 * into it, so a slow one costs nothing. Every missing number in what a reader gets is a gap that it
 * is told of. Bounded by count and bytes; the oldest go first, to the disk where there is one. Any
 * thread.
 */
public final class EventLog implements AutoCloseable {
  /** A page's bounds, so that one reader never holds the loop, and thousands not the memory. */
  private static final int SCAN_LIMIT = 2_000;

  private static final int PAGE_BYTES = 32 * 1024;

  private final String hub;
  private final @Nullable LogDisk disk;
  private final Window window;
  private volatile Runnable listener = () -> {};

  private EventLog(String hub, Window window, @Nullable LogDisk disk) {
    this.hub = hub;
    this.window = window;
    this.disk = disk;
  }

  /** A log that ends with the process; each is another hub. */
  public static EventLog inMemory(int maxEvents, long maxBytes) {
    return new EventLog(Cursor.newHub(), new Window(maxEvents, maxBytes, 0), null);
  }

  /** A log that goes on where {@code disk} ended, and closes it with itself. */
  public static EventLog onDisk(int maxEvents, long maxBytes, LogDisk disk) {
    Window window = new Window(maxEvents, maxBytes, disk.startAfter());
    return new EventLog(disk.hub(), window, disk);
  }

  /** {@code listener} is called after each append, on the appending thread; it must not block. */
  public void onAppend(Runnable newListener) {
    listener = newListener;
  }

  /** Numbers and remembers an event, and what has to be told before it. Never blocks. */
  public void append(LiveEvent event) {
    synchronized (window) {
      if (disk != null) {
        disk.before(event).forEach(this::add);
      }
      add(event);
      window.notifyAll();
    }
    listener.run();
  }

  /**
   * A room that is not open here was last heard by somebody else, such as another worker. Before
   * its next event stands one gap from then on; or from the time when this log itself heard it,
   * where that is later. Without a disk nothing is told. Never blocks.
   *
   * @param at epoch milliseconds
   * @param why it is not heard since, in words
   */
  public void heard(RoomRef room, long at, String why) {
    if (disk != null) {
      disk.heard(room, at, why);
    }
  }

  private void add(LiveEvent event) {
    Entry entry = Entry.of(window.last() + 1, event);
    window.add(entry);
    if (disk != null) {
      disk.append(entry, event.origin());
    }
  }

  /** Waits until there is an event after {@code seq}, for at most so long. */
  public void await(long seq, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    synchronized (window) {
      while (window.last() <= seq && deadline - System.nanoTime() > 0) {
        TimeUnit.NANOSECONDS.timedWait(window, deadline - System.nanoTime());
      }
    }
  }

  /** After the newest event. */
  public long last() {
    synchronized (window) {
      return window.last();
    }
  }

  /** Before the oldest event in memory. */
  public long oldest() {
    synchronized (window) {
      return window.first() - 1;
    }
  }

  public Cursor cursor(long seq) {
    return new Cursor(hub, seq);
  }

  /**
   * Where {@code cursor} points.
   *
   * @throws CursorException where it belongs to another hub or to the future
   */
  public long position(Cursor cursor) throws CursorException {
    if (!cursor.hub().equals(hub)) {
      throw new CursorException(
          CursorException.Reason.OTHER_HUB,
          "this cursor belongs to another hub, or to this one before a restart without a disk;"
              + " begin again without a cursor");
    }
    if (cursor.seq() > last()) {
      throw new CursorException(
          CursorException.Reason.FUTURE,
          "this cursor is from the future: the newest event here is " + cursor(last()));
    }
    return cursor.seq();
  }

  /** The next page from memory; empty where it must be read from the disk. Never blocks. */
  public Optional<Page> recent(long after, Filter filter, int limit) {
    synchronized (window) {
      if (after + 1 < window.first() && disk != null) {
        return Optional.empty();
      }
      return Optional.of(fromWindow(after, filter, limit));
    }
  }

  /**
   * The next page, from the disk where the memory does not reach back so far. May block.
   *
   * @throws NotYetException where the disk does not have it yet; it is not lost
   */
  public Page read(long after, Filter filter, int limit) throws NotYetException {
    Optional<Page> recent = recent(after, filter, limit);
    if (recent.isPresent() || disk == null) {
      return recent.orElseThrow();
    }
    List<Entry> found = disk.read(after, SCAN_LIMIT);
    synchronized (window) {
      return helps(found) ? page(after, found, filter, limit) : fromWindow(after, filter, limit);
    }
  }

  /** A hole on the disk may reach into what the memory still has. */
  private boolean helps(List<Entry> found) {
    return !found.isEmpty() && found.get(0).seq() < window.first();
  }

  private Page fromWindow(long after, Filter filter, int limit) {
    long from = Math.max(after + 1, window.first());
    return page(after, window.from(from, SCAN_LIMIT), filter, limit);
  }

  /** What is whole up to the limits: a hole ends the page, and the next one begins with it. */
  private Page page(long after, List<Entry> found, Filter filter, int limit) {
    long lost = (found.isEmpty() ? window.first() : found.get(0).seq()) - after - 1;
    long gap = Math.max(0, lost);
    long next = after + gap;
    int bytes = 0;
    List<Entry> accepted = new ArrayList<>(Math.min(limit, found.size()));
    for (Entry entry : found) {
      boolean wanted = filter.accepts(entry);
      boolean full = accepted.size() == limit || bytes + entry.json().length > PAGE_BYTES;
      if (entry.seq() != next + 1 || (wanted && full && !accepted.isEmpty())) {
        break;
      }
      if (wanted) {
        accepted.add(entry);
        bytes += entry.json().length;
      }
      next = entry.seq();
    }
    return new Page(gap, accepted, next, next < window.last());
  }

  public int retainedEvents() {
    synchronized (window) {
      return window.size();
    }
  }

  public long retainedBytes() {
    synchronized (window) {
      return window.bytes();
    }
  }

  /** Events that the disk did not take, or that were removed from it. */
  public long lost() {
    return disk == null ? 0 : disk.lost();
  }

  @Override
  public void close() {
    if (disk != null) {
      disk.close();
    }
  }
}
