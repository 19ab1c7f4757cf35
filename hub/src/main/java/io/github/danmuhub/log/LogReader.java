package io.github.danmuhub.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads a log on disk from a cursor of its own, which is kept under a name in the log's folder:
 * what webhooks, message brokers and filtered copies are made of. Each event comes at least once:
 * what was read and not {@linkplain #done done with} comes again after a restart, however the last
 * run ended. One thread; at most one reader of a name.
 */
public final class LogReader {
  private static final int LIMIT = 1_000;

  private final EventLog log;
  private final CursorFile file;
  private final Filter filter;
  private String memory;
  private long position;
  private long done;

  private LogReader(EventLog log, CursorFile file, Filter filter, CursorFile.Kept kept) {
    this.log = log;
    this.file = file;
    this.filter = filter;
    this.memory = kept.memory();
    this.position = kept.cursor().seq();
    this.done = position;
  }

  /**
   * Goes on behind what the reader of that name was done with.
   *
   * @param dir the folder of {@code log}
   * @param name small letters, digits and hyphens
   * @param first where a reader without a cursor begins: after this number
   * @throws IOException in words, where its cursor cannot be read or written
   */
  public static LogReader open(EventLog log, Path dir, String name, Filter filter, long first)
      throws IOException {
    CursorFile file = new CursorFile(dir, name);
    LogReader reader = new LogReader(log, file, filter, valid(log, file.read(), first));
    file.write(log.cursor(reader.position), reader.memory);
    return reader;
  }

  /** Of a log that has lost its own name, all that there is may be new. */
  private static CursorFile.Kept valid(EventLog log, Optional<CursorFile.Kept> kept, long first) {
    try {
      if (kept.isEmpty()) {
        return new CursorFile.Kept(log.cursor(first), "");
      }
      log.position(kept.get().cursor());
      return kept.get();
    } catch (CursorException e) {
      return new CursorFile.Kept(log.cursor(0), "");
    }
  }

  /** What it was told to remember at the place from which it goes on; empty where nothing. */
  public String memory() {
    return memory;
  }

  /**
   * The next events, as soon as there are some; none when the time is over, or where the filter
   * passed over all.
   *
   * @throws NotYetException where they cannot be had yet: try again
   */
  public Page next(Duration atMost) throws InterruptedException, NotYetException {
    log.await(position, atMost);
    Page page = log.read(position, filter, LIMIT);
    position = page.next();
    return page;
  }

  /** All that {@link #next} has given is dealt with, and does not come again. */
  public void done() throws IOException {
    done(memory);
  }

  /**
   * The same.
   *
   * @param newMemory what the next one of this name finds as {@link #memory}; it is kept together
   *     with the cursor, whatever happens
   */
  public void done(String newMemory) throws IOException {
    if (position != done || !newMemory.equals(memory)) {
      file.write(log.cursor(position), newMemory);
      done = position;
      memory = newMemory;
    }
  }
}
