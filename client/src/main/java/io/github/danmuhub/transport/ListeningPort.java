package io.github.danmuhub.transport;

import io.vertx.core.Future;
import java.util.function.Supplier;

/** A port on 127.0.0.1 that is being served. */
public final class ListeningPort implements AutoCloseable {
  private final int port;
  private final Supplier<Future<Void>> closing;

  ListeningPort(int port, Supplier<Future<Void>> closing) {
    this.port = port;
    this.closing = closing;
  }

  public int port() {
    return port;
  }

  /** Closes its connections too. Waits for the end, unless called on a loop. */
  @Override
  public void close() {
    Blocking.forEnd(closing.get());
  }
}
