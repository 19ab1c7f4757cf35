package io.github.danmuhub.server.reader;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.log.Cursor;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.server.door.DoorSocket;

/** Batches as text messages of a WebSocket. */
record SocketSink(DoorSocket socket, EventLog log) implements ReaderSink {
  @Override
  public boolean full() {
    return socket.isClosed() || socket.isFull();
  }

  @Override
  public void write(Batch batch) {
    batch.writeTo(socket);
  }

  void write(ObjectNode message) {
    socket.write(message.toString());
  }

  /** An empty batch: the client's cursor moves though nothing came that it asked for. */
  @Override
  public void heartbeat(Cursor cursor) {
    write(Batch.empty(log, cursor.seq()));
  }

  @Override
  public void close(Ending why) {
    socket.close(why.code(), why.words());
  }
}
