package io.github.danmuhub.rpc.tab;

import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.rpc.client.Clients;
import io.github.danmuhub.rpc.client.PageLimits;
import io.github.danmuhub.rpc.page.Emits;
import io.github.danmuhub.server.door.Lobby;
import java.util.function.Supplier;

/**
 * What all tabs of a hub share.
 *
 * @param open asked for once the doors are open
 */
public record TabTools(
    Clients clients, PageLimits limits, Tallies tallies, Emits emits, Supplier<Lobby> open) {
  Lobby lobby() {
    return open.get();
  }

  /** On the doors' loop, where all that is called lives. */
  void run(Runnable task) {
    lobby().run(task);
  }
}
