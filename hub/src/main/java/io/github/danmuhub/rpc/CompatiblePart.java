package io.github.danmuhub.rpc;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Lobby;
import io.github.danmuhub.server.door.Lobby.Port;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The doors of another hub for JS-RPC, on a port of their own, as a part of the hub. */
public final class CompatiblePart implements Part {
  private final String key;
  private final int wanted;
  private final List<Door> doors;
  private final Supplier<Lobby> lobby;
  private @Nullable Port port;

  /**
   * @param key under {@code rpc:}
   */
  CompatiblePart(String key, int wanted, List<Door> doors, Supplier<Lobby> lobby) {
    this.key = key;
    this.wanted = wanted;
    this.doors = doors;
    this.lobby = lobby;
  }

  @Override
  public String name() {
    return "rpc-" + key;
  }

  @Override
  public void start(PartStatus status) throws IOException {
    port = lobby.get().open(wanted, doors, "rpc." + key + ".port");
  }

  /** Where it listens, once it is started. */
  public int port() {
    return requireNonNull(port).number();
  }

  @Override
  public void close() {
    requireNonNull(port).close();
  }
}
