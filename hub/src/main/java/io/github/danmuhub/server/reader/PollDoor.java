package io.github.danmuhub.server.reader;

import io.github.danmuhub.log.Cursor;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.problem.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/events}: poll, and with {@code wait} long poll. One batch, one answer. */
public final class PollDoor {
  private static final int OK = 200;

  private final Vertx vertx;
  private final EventLog log;
  private final Readers readers;

  /** Its readers are among these. */
  public PollDoor(Vertx vertx, Readers readers) {
    this.vertx = vertx;
    this.log = readers.log();
    this.readers = readers;
  }

  /** One request. */
  public void handle(RoutingContext context) {
    var query = context.queryParams();
    Filter filter = Filter.of(EventQuery.selection(query));
    long position = EventQuery.position(log, query, "oldest");
    int limit = EventQuery.limit(query.get("limit"));
    Answer answer = new Answer(context, EventQuery.wait(query.get("wait")));
    answer.begin(readers.add(answer, filter, position, limit));
  }

  /** The one answer of a poll; empty when its time is over. */
  private final class Answer implements ReaderSink {
    private final RoutingContext context;
    private final HttpServerResponse response;
    private final long waitMs;
    private long timer = -1;
    private @Nullable Reader reader;

    Answer(RoutingContext context, long waitMs) {
      this.context = context;
      this.response = context.response();
      this.waitMs = waitMs;
    }

    void begin(Reader mine) {
      reader = mine;
      response.closeHandler(gone -> end());
      if (waitMs > 0) {
        timer = vertx.setTimer(waitMs, over -> empty(mine.cursor()));
      }
      mine.pump();
    }

    @Override
    public boolean full() {
      return response.ended();
    }

    @Override
    public void write(Batch batch) {
      end();
      if (!response.ended() && !response.closed()) {
        Json.send(response, OK, batch.json());
      }
    }

    @Override
    public void caughtUp(Cursor cursor) {
      if (waitMs == 0) {
        empty(cursor);
      }
    }

    @Override
    public void heartbeat(Cursor cursor) {
      // a poll waits in silence
    }

    @Override
    public void close(Ending why) {
      if (why == Ending.NOT_YET) {
        end(); // an empty answer would say that there is nothing more
        context.fail(new ProblemException(503, "log-busy", why.words()));
      } else if (reader != null) {
        empty(reader.cursor());
      }
    }

    private void empty(Cursor cursor) {
      write(Batch.empty(log, cursor.seq()));
    }

    private void end() {
      vertx.cancelTimer(timer);
      if (reader != null) {
        reader.gone();
      }
    }
  }
}
