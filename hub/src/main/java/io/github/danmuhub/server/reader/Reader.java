package io.github.danmuhub.server.reader;

import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.config.LimitsConfig.SlowReader;
import io.github.danmuhub.log.Cursor;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.NotYetException;
import io.github.danmuhub.log.Page;
import java.util.Optional;

/**
 * A position in the log and a socket. It pulls: while the socket is full nothing is read, nothing
 * is kept for it, and the log goes on without it. On the loop only.
 */
final class Reader {
  private static final long NOT_BLOCKED = -1;

  private final Readers readers;
  private final EventLog log;
  private final ReaderSink sink;
  private final int limit;
  private Filter filter;
  private long position;
  private long skipped;
  private long blockedSince = NOT_BLOCKED;
  private boolean reading;
  private boolean closed;

  Reader(Readers readers, EventLog log, ReaderSink sink, Filter filter, long position, int limit) {
    this.readers = readers;
    this.log = log;
    this.sink = sink;
    this.filter = filter;
    this.position = position;
    this.limit = limit;
  }

  /** Before what it was not sent, until it is told of that: who leaves in between gets it all. */
  Cursor cursor() {
    return log.cursor(position - skipped);
  }

  void filter(Filter newFilter) {
    Filter before = filter;
    filter = newFilter;
    readers.forget(before);
  }

  Filter filter() {
    return filter;
  }

  void moveTo(long newPosition) {
    position = newPosition;
    skipped = 0;
  }

  /** Sends what there is, as far as the socket takes it. */
  void pump() {
    if (filter.equals(Filter.NONE)) {
      return; // it stays where it is until it asks for something
    }
    while (!closed && !reading && !sink.full()) {
      blockedSince = NOT_BLOCKED;
      Optional<Batch> next = readers.batches().next(position, filter, limit);
      if (next.isEmpty()) {
        reading = true;
        readers.disk().add(new DiskRead());
        return;
      }
      if (!deliver(next.get())) {
        return;
      }
    }
    if (!closed && !reading) {
      blocked();
    }
  }

  /** Returns whether there is more. */
  private boolean deliver(Batch batch) {
    Page page = batch.page();
    readers.metrics().missed(page.missed());
    position = page.next();
    if (!page.isEmpty() || skipped > 0) {
      Batch whole = batch.after(skipped);
      skipped = 0;
      sink.write(whole);
    }
    if (!page.more() && !closed) {
      sink.caughtUp(cursor());
    }
    return page.more();
  }

  /** What it asks the disk for; void once it has asked for something else. */
  private final class DiskRead implements DiskReads.Read {
    private final long from = position;
    private final Filter wanted = filter;

    @Override
    public boolean isWanted() {
      return !closed;
    }

    @Override
    public Page page() throws NotYetException {
      return log.read(from, wanted, limit);
    }

    @Override
    public void done(Page page) {
      reading = false;
      if (!closed && from == position && wanted.equals(filter)) {
        deliver(new Batch(log, page));
      }
      pump(); // a wake may have come while it read
    }

    @Override
    public void failed() {
      close(ReaderSink.Ending.NOT_YET);
    }
  }

  private void blocked() {
    long last = log.last();
    if (blockedSince == NOT_BLOCKED) {
      blockedSince = last;
    } else if (last - blockedSince > readers.limits().readerBacklog()) {
      slow(last);
    }
  }

  private void slow(long last) {
    LimitsConfig limits = readers.limits();
    readers.metrics().slowReader();
    if (limits.slowReader() == SlowReader.CLOSE) {
      close(ReaderSink.Ending.SLOW);
      return;
    }
    readers.metrics().dropped(last - position);
    skipped += last - position;
    position = last;
    blockedSince = last;
  }

  void heartbeat() {
    if (!closed && !sink.full()) {
      sink.heartbeat(cursor());
    }
  }

  /** The hub ends it. */
  void close(ReaderSink.Ending why) {
    if (!closed) {
      gone();
      sink.close(why);
    }
  }

  /** The client has gone, or has all that it asked for. */
  void gone() {
    closed = true;
    readers.remove(this);
  }
}
