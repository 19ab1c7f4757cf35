package io.github.danmuhub.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.server.log.Cursor;
import io.github.danmuhub.server.log.EventLog;
import io.vertx.core.http.ServerWebSocket;

/** Batches as text messages of a WebSocket. */
record SocketSink(ServerWebSocket socket, EventLog log) implements ReaderSink {
  @Override
  public boolean full() {
    return socket.isClosed() || socket.writeQueueFull();
  }

  @Override
  public void write(Batch batch) {
    socket.writeTextMessage(batch.json());
  }

  void write(ObjectNode message) {
    if (!socket.isClosed()) {
      socket.writeTextMessage(message.toString());
    }
  }

  /** An empty batch: the client's cursor moves though nothing came that it asked for. */
  @Override
  public void heartbeat(Cursor cursor) {
    write(Batch.empty(log, cursor.seq()));
  }

  @Override
  public void close(Ending why) {
    if (!socket.isClosed()) {
      socket.close(why.code(), why.words());
    }
  }
}
