package io.github.danmuhub.server.reader;

import io.github.danmuhub.log.Cursor;
import io.github.danmuhub.log.CursorException;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.server.door.Outflow;
import io.github.danmuhub.server.problem.ProblemException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/events/stream}: Server-Sent Events. The id of each is the cursor, so an {@code
 * EventSource} that lost the connection resumes by itself.
 *
 * <p>A cursor that cannot be followed is refused in {@code after}, as at the other doors; in {@code
 * Last-Event-ID} it is not. A browser sends that by itself, also to a hub that was restarted
 * meanwhile, and at a 4xx it gives up for ever, without telling the page why: so it is told of a
 * gap, with the reason, and goes on with what there is.
 */
public final class SseDoor {
  private final EventLog log;
  private final Readers readers;

  /** Its readers are among these. */
  public SseDoor(Readers readers) {
    this.log = readers.log();
    this.readers = readers;
  }

  /** One request. */
  public void handle(RoutingContext context) {
    var query = context.queryParams();
    Filter filter = Filter.of(EventQuery.selection(query));
    String lastId = context.request().getHeader("last-event-id");
    String lost = lastId == null || lastId.isEmpty() ? null : whyLost(lastId);
    long position = position(lost == null ? lastId : "oldest", query);
    HttpServerResponse response = context.response();
    response.setChunked(true).putHeader("content-type", "text/event-stream");
    response.putHeader("cache-control", "no-store").putHeader("x-accel-buffering", "no");
    response.write("retry: 2000\n: welcome\nid: " + log.cursor(position) + "\n\n");
    if (lost != null) {
      response.write(Batch.sseGap(lost));
    }
    Stream stream = new Stream(response);
    Reader reader = readers.add(stream, filter, position, EventQuery.MAX_LIMIT);
    ConnectionBase connection = (ConnectionBase) context.request().connection();
    stream.outflow = Outflow.of(connection, context.vertx().getOrCreateContext(), reader::pump);
    response.closeHandler(gone -> reader.gone());
    response.exceptionHandler(broken -> reader.gone());
    reader.pump();
  }

  private long position(@Nullable String lastId, MultiMap query) {
    return lastId == null || lastId.isEmpty()
        ? EventQuery.position(log, query, "now")
        : EventQuery.position(log, lastId);
  }

  /** Null where it can be followed. */
  private @Nullable String whyLost(String lastId) {
    try {
      log.position(Cursor.parse(lastId));
      return null;
    } catch (CursorException e) {
      return switch (e.reason()) {
        case MALFORMED ->
            throw ProblemException.bad("bad-cursor", "Last-Event-ID is not a cursor of this hub");
        case OTHER_HUB ->
            "the hub has forgotten what was before: it was restarted, or it is another one";
        case FUTURE -> "the hub has forgotten what was before: its log is an older one";
      };
    }
  }

  private static final class Stream implements ReaderSink {
    private final HttpServerResponse response;
    private @Nullable Outflow outflow;

    Stream(HttpServerResponse response) {
      this.response = response;
    }

    @Override
    public boolean full() {
      return response.closed() || (outflow != null && outflow.isFull());
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
