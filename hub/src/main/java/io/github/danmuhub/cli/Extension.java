package io.github.danmuhub.cli;

import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.export.Exporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What an artifact of its own adds to the program, which does not grow by its libraries: see {@link
 * Main#start}. Asked on the command's thread.
 */
public interface Extension {
  /** What {@code export} writes beside its own formats. */
  default List<Exporter> formats() {
    return List.of();
  }

  /** Further commands: picocli's, made for a console, by their names. */
  default Map<String, Function<Console, Object>> commands() {
    return Map.of();
  }

  /** The file's outermost keys that {@code serve} takes with it alone. */
  default Set<String> keys() {
    return Set.of();
  }

  /**
   * The rooms behind {@code /api/rooms}.
   *
   * @param own the hub's, which hears them
   * @param shown what stands there without it; returned where it changes nothing
   */
  default Rooms rooms(HubConfig config, HubRooms own, Rooms shown) {
    return shown;
  }

  /** What it adds to a hub, in the order in which it starts; nothing of it runs yet. */
  default List<Addition> additions(HubConfig config, HubTools tools) {
    return List.of();
  }
}
