package io.github.danmuhub.server;

import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Lobby;
import io.github.danmuhub.server.door.Topics;
import io.github.danmuhub.server.net.HubLoop;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What an open server offers to other parts. */
record ServerLobby(HubServer server) implements Lobby {
  private static final long CLOSING_MS = 1_000;

  @Override
  public Vertx vertx() {
    return server.loop().vertx();
  }

  @Override
  public void run(Runnable task) {
    server.loop().context().runOnContext(now -> task.run());
  }

  @Override
  public Topics topics() {
    return server.topics();
  }

  @Override
  public Port open(int port, List<Door> doors, String where) throws IOException {
    HttpServer http = server.port(port, doors);
    server.loop().open(http, where);
    return new OpenPort(server.loop(), http);
  }

  private record OpenPort(HubLoop loop, HttpServer http) implements Port {
    @Override
    public int number() {
      return http.actualPort();
    }

    @Override
    public void close() {
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSING_MS);
      HubLoop.await(loop.run(http::close), deadline);
    }
  }
}
