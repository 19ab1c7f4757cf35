package io.github.danmuhub.server;

import io.github.danmuhub.server.log.Cursor;
import io.github.danmuhub.server.log.CursorException;
import io.github.danmuhub.server.log.EventLog;
import io.github.danmuhub.server.log.Filter;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/events/stream}: Server-Sent Events. The id of each is the cursor, so an {@code
 * EventSource} that lost the connection resumes by itself. A {@code Last-Event-ID} of another hub
 * is no error then: the reader is told of a gap and goes on.
 */
final class SseDoor {
  private final EventLog log;
  private final Readers readers;

  SseDoor(EventLog log, Readers readers) {
    this.log = log;
    this.readers = readers;
  }

  void handle(RoutingContext context) {
    var query = context.queryParams();
    Filter filter = Filter.of(EventQuery.selection(query));
    String lastId = context.request().getHeader("last-event-id");
    boolean lost = lastId != null && !lastId.isEmpty() && !canFollow(lastId);
    long position = position(lost ? "oldest" : lastId, query.get("after"));
    HttpServerResponse response = context.response();
    response.setChunked(true).putHeader("content-type", "text/event-stream");
    response.putHeader("cache-control", "no-store").putHeader("x-accel-buffering", "no");
    response.write("retry: 2000\n: welcome\n\n" + (lost ? lostAll(position) : ""));
    Stream stream = new Stream(response);
    Reader reader = readers.add(stream, filter, position, EventQuery.MAX_LIMIT);
    response.closeHandler(gone -> reader.gone());
    response.exceptionHandler(broken -> reader.gone());
    response.drainHandler(drained -> reader.pump());
    reader.pump();
  }

  private long position(@Nullable String lastId, @Nullable String after) {
    String from = lastId == null || lastId.isEmpty() ? after : lastId;
    return EventQuery.position(log, Objects.requireNonNullElse(from, "now"));
  }

  private boolean canFollow(String lastId) {
    try {
      log.position(Cursor.parse(lastId));
      return true;
    } catch (CursorException e) {
      if (e.reason() == CursorException.Reason.MALFORMED) {
        throw EventQuery.bad("bad-cursor", "Last-Event-ID is not a cursor of this hub");
      }
      return false;
    }
  }

  private String lostAll(long position) {
    String gap =
        "{\"v\":1,\"type\":\"gap\",\"why\":\"the hub has forgotten what was before: it was"
            + " restarted, or it is another one\"}";
    return "id: " + log.cursor(position) + "\ndata: " + gap + "\n\n";
  }

  private record Stream(HttpServerResponse response) implements ReaderSink {
    @Override
    public boolean full() {
      return response.closed() || response.writeQueueFull();
    }

    @Override
    public void write(Batch batch) {
      response.write(batch.sse());
    }

    /** The id without data moves the browser's cursor and calls nobody. */
    @Override
    public void heartbeat(Cursor cursor) {
      response.write(": heartbeat\nid: " + cursor + "\n\n");
    }

    @Override
    public void close(Ending why) {
      if (!response.closed() && !response.ended()) {
        response.end(": " + why.words() + "\n\n");
      }
    }
  }
}
