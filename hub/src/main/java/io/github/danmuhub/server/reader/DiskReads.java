package io.github.danmuhub.server.reader;

import io.github.danmuhub.log.NotYetException;
import io.github.danmuhub.log.Page;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads of the log's disk for readers that return, {@value #AT_ONCE} at a time on threads of their
 * own, in the order in which they were asked for. The next one begins when what was read is on its
 * way to its reader: however many return at once, the loop has two of their pages before it, and
 * memory holds no more. While the disk hangs, only those who need it wait. On the loop only.
 */
final class DiskReads {
  private static final Logger LOG = LoggerFactory.getLogger(DiskReads.class);
  private static final int AT_ONCE = 2;

  private final WorkerExecutor threads;
  private final Deque<Read> waiting = new ArrayDeque<>();
  private int running;

  /** What a reader asks for. */
  interface Read {
    /** Whether it still does, when its turn comes. */
    boolean isWanted();

    /** Reads it; blocks. */
    Page page() throws NotYetException;

    void done(Page page);

    void failed();
  }

  DiskReads(Vertx vertx) {
    this.threads = vertx.createSharedWorkerExecutor("danmu-server-log-reader", AT_ONCE);
  }

  /** Reads it when its turn comes. */
  void add(Read read) {
    waiting.add(read);
    begin();
  }

  private void begin() {
    while (running < AT_ONCE && !waiting.isEmpty()) {
      Read read = waiting.remove();
      if (read.isWanted()) {
        running++;
        Future<Page> page = threads.executeBlocking(read::page, false);
        page.onComplete(any -> end(read, page));
      }
    }
  }

  private void end(Read read, Future<Page> page) {
    running--;
    if (page.succeeded()) {
      read.done(page.result());
    } else {
      LOG.warn("A reader is sent away: {}", page.cause().toString());
      read.failed();
    }
    begin();
  }
}
