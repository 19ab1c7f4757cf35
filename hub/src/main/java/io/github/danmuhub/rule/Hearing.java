package io.github.danmuhub.rule;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log from now on. It keeps no cursor: what the memory no longer has when its turn comes
 * is passed over, and counted. One thread.
 */
final class Hearing {
  private static final int LIMIT = 500;
  private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

  private final EventLog log;
  private final AtomicLong missed = new AtomicLong();
  private long position;

  Hearing(EventLog log) {
    this.log = log;
    this.position = log.last();
  }

  /** The next events; none when nothing came for so long. */
  List<Entry> next(Duration atMost) throws InterruptedException {
    log.await(position, atMost);
    Optional<Page> page = log.recent(position, Filter.ALL, LIMIT);
    if (page.isEmpty()) {
      skipTo(Math.max(position, log.oldest()));
      return List.of();
    }
    missed.addAndGet(page.get().missed());
    position = page.get().next();
    return page.get().entries();
  }

  private void skipTo(long seq) {
    missed.addAndGet(seq - position);
    position = seq;
  }

  /** How many were gone from the memory before their turn. Any thread. */
  long missed() {
    return missed.get();
  }

  static Optional<Numbered> read(Entry entry) {
    try {
      return Optional.of(EventReader.read(entry.json()));
    } catch (BadEventException e) {
      LOG.warn("Event {} of the log cannot be read: {}", entry.seq(), e.getMessage());
      return Optional.empty();
    }
  }
}
