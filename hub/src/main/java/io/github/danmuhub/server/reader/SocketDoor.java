package io.github.danmuhub.server.reader;

import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.Selection;
import io.github.danmuhub.server.door.Sockets;
import io.github.danmuhub.server.policy.Quota;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code /ws}: events over WebSocket. Without further words it hears all from now on; {@code room},
 * {@code type} and {@code after} stand in the address as on the other doors; messages change it
 * later ({@link SocketSession}).
 */
public final class SocketDoor {
  private final Sockets sockets;
  private final EventLog log;
  private final Readers readers;
  private final Quota names;

  /** Its readers are among these. */
  public SocketDoor(Sockets sockets, Readers readers) {
    this.sockets = sockets;
    this.log = readers.log();
    this.readers = readers;
    this.names = new Quota((long) readers.limits().subscriptionsMb() << 20);
  }

  /** One request. */
  public void handle(RoutingContext context) {
    var query = context.queryParams();
    Selection selection = EventQuery.selection(query);
    long position = EventQuery.position(log, query, "now");
    boolean quiet = query.contains("quiet");
    sockets.upgrade(
        context,
        socket -> {
          SocketSink sink = new SocketSink(socket, log);
          Filter filter = quiet ? Filter.NONE : Filter.of(selection);
          Reader reader = readers.add(sink, filter, position, EventQuery.MAX_LIMIT);
          Subscriptions subscriptions = new Subscriptions(readers.limits(), names);
          SocketSession session = new SocketSession(log, reader, sink, subscriptions);
          socket.onEnd(session::end);
          socket.onDrain(reader::pump);
          socket.onText(session::onText);
          socket.onBinary(session::onBinary);
          session.hello();
          reader.pump();
        });
  }
}
