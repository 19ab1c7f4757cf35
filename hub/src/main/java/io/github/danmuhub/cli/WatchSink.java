package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.EventPrinter;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.LiveEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Prints what passes the filter, and asks for the end: at the limit, or when every room failed. */
final class WatchSink implements Consumer<LiveEvent> {
  private final EventPrinter printer;
  private final EventFilter filter;
  private final long limit;
  private final int rooms;
  private final Stop stop;
  private final Set<String> failed = new HashSet<>();
  private long printed;
  private volatile boolean allFailed;

  WatchSink(EventPrinter printer, EventFilter filter, long limit, int rooms, Stop stop) {
    this.printer = printer;
    this.filter = filter;
    this.limit = limit;
    this.rooms = rooms;
    this.stop = stop;
  }

  /** Prints everything, without a limit. */
  WatchSink(EventPrinter printer, int rooms, Stop stop) {
    this(printer, new EventFilter(List.of()), Long.MAX_VALUE, rooms, stop);
  }

  @Override
  public void accept(LiveEvent event) {
    if (filter.test(event) && printed < limit) {
      printer.print(event);
      printed += event instanceof Connection ? 0 : 1;
    }
    if (printed >= limit) {
      stop.ask();
    }
    if (event instanceof Connection c && c.state() == Connection.State.FAILED) {
      failed.add(c.origin().platform() + ":" + c.origin().room());
      if (failed.size() == rooms) {
        allFailed = true;
        stop.ask();
      }
    }
  }

  boolean allFailed() {
    return allFailed;
  }
}
