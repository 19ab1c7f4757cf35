package io.github.danmuhub.rpc;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.server.door.AwaitedPort;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Lobby;
import java.util.List;
import java.util.function.Supplier;

/**
 * The doors of another hub for JS-RPC, on a port of their own, as a part of the hub. While that hub
 * itself runs and holds its port, this one goes on without them.
 */
public final class CompatiblePart implements Part {
  private final String key;
  private final Supplier<Lobby> lobby;
  private final AwaitedPort port;

  /**
   * @param key under {@code rpc:}
   */
  CompatiblePart(String key, int wanted, List<Door> doors, Supplier<Lobby> lobby) {
    this.key = key;
    this.lobby = lobby;
    this.port = new AwaitedPort(() -> lobby.get().open(wanted, doors, "rpc." + key + ".port"));
  }

  @Override
  public String name() {
    return "rpc-" + key;
  }

  @Override
  public void start(PartStatus status) {
    port.open(lobby.get().vertx(), status);
  }

  /** Where it listens, once it does. */
  public int port() {
    return port.number().orElseThrow();
  }

  @Override
  public void close() {
    port.close();
  }
}
