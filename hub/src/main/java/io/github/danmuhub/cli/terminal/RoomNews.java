package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RoomRef;
import java.util.HashMap;
import java.util.Map;

/**
 * Of all that happens only when a room is heard, when it no longer is, why, and for how long: once
 * each, however often the connection is tried meanwhile. One thread.
 */
public final class RoomNews implements EventPrinter {
  private final EventPrinter printer;
  private final Map<RoomRef, Boolean> heard = new HashMap<>();

  /** Passes the news on to {@code printer}. */
  public RoomNews(EventPrinter printer) {
    this.printer = printer;
  }

  @Override
  public void print(LiveEvent event) {
    boolean news =
        event instanceof Connection connection ? isNews(connection) : event instanceof Gap;
    if (news) {
      printer.print(event);
    }
  }

  private boolean isNews(Connection connection) {
    RoomRef room = RoomRef.of(connection.origin());
    return switch (connection.state()) {
      case LIVE -> changes(room, connection, true);
      case WAITING, SILENT, FAILED -> changes(room, connection, false);
      case ENDED -> forgets(room);
      default -> false;
    };
  }

  /** Opened again, it is news again. */
  private boolean forgets(RoomRef room) {
    heard.remove(room);
    return false;
  }

  private boolean changes(RoomRef room, Connection connection, boolean now) {
    Boolean before = heard.put(room, now);
    boolean failed = connection.state() == Connection.State.FAILED;
    return failed || before == null || before != now;
  }
}
