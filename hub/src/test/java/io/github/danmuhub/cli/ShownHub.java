package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.Parts;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.simulator.Simulator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A hub with its pages on a free port, before the simulated platforms. */
final class ShownHub implements AutoCloseable {
  private static final Console NOBODY =
      new Console(
          new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
          new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
          false);

  private final Simulator simulator;
  private final DanmuClient client;
  private final HubParts hub;
  private final Parts running;
  private final Path folder = Files.createTempDirectory("hub");

  private ShownHub(double rate, HubConfig config) throws Exception {
    simulator = Simulator.start(Platforms.all(), SimulatedRooms.options(rate));
    client = DanmuClient.builder(Platforms.array()).simulator(simulator.uri()).build();
    hub =
        HubParts.in(
            folder,
            config,
            client,
            PlatformSettings.DEFAULT,
            Recordings.configured(null, Platforms.all(), NOBODY),
            NOBODY,
            Extensions.NONE);
    running = hub.start(NOBODY);
  }

  /** One whose rooms, once they are opened, speak at {@code rate} messages a second each. */
  static ShownHub start(double rate) throws Exception {
    return new ShownHub(rate, HubConfig.standard().onPort(0));
  }

  /** One of this configuration. */
  static ShownHub of(HubConfig config, double rate) throws Exception {
    return new ShownHub(rate, config.onPort(0));
  }

  /** The same at the place of one that was closed. */
  static ShownHub startAt(URI place, double rate) throws Exception {
    return new ShownHub(rate, HubConfig.standard().onPort(place.getPort()));
  }

  ShownHub withRooms() throws Exception {
    for (RoomRef room : Platforms.demoRooms()) {
      hub.rooms().open(room.toString());
    }
    return this;
  }

  /** Says it to all who listen, as if a room had said it. */
  void say(LiveEvent event) {
    client.events().publish(event);
  }

  URI page(String path) {
    return hub.doors().uri().resolve(path);
  }

  @Override
  public void close() {
    running.close();
    client.close();
    simulator.close();
    empty(folder);
  }

  private static void empty(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
