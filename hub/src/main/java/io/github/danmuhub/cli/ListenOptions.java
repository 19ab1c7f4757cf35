package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which rooms to hear, how, and for how long: shared by what hears rooms that the user names. */
final class ListenOptions {
  @Parameters(
      arity = "0..*",
      paramLabel = "ROOM",
      description = "bilibili:21452505, the URL in the browser's address bar, or a share link.")
  List<String> names = new ArrayList<>();

  @Option(names = "--platform", paramLabel = "ID", description = "Whose room a bare number is.")
  @Nullable String platform;

  @Option(
      names = "--rooms",
      paramLabel = "FILE",
      description = "More of them, one a line; # leaves one out.")
  @Nullable Path file;

  @Mixin NetworkOptions network = new NetworkOptions();

  @Mixin TimeLimit limit = new TimeLimit();

  @Option(
      names = "--raw",
      description = "Keep every event's raw message (2 KB each), and secrets in frames.")
  boolean raw;

  /**
   * The rooms, each once.
   *
   * @throws IllegalArgumentException in words, if one of them or a setting is unknown
   */
  List<RoomRef> rooms() {
    network.platformSettings();
    List<String> all = new ArrayList<>(names);
    if (file != null) {
      all.addAll(RoomsFile.read(file));
    }
    if (all.isEmpty()) {
      throw new UsageException(Phrase.of("usage.which-room"));
    }
    List<RoomRef> rooms =
        all.stream().map(name -> network.room(ofPlatform(name))).distinct().toList();
    network.throughPages(rooms);
    network.checkCookie(rooms.stream().map(RoomRef::platform).collect(Collectors.toSet()));
    return rooms;
  }

  /** A bare name is a room of the platform that the user names for all of those. */
  private String ofPlatform(String name) {
    boolean bare = name.strip().matches("[\\w-]+");
    return bare && platform != null ? platform + ":" + name.strip() : name;
  }

  DanmuClient.Builder client(Console console) {
    return network.client(console);
  }

  void open(DanmuClient client, List<RoomRef> rooms) {
    PlatformSettings settings = settings();
    rooms.forEach(room -> client.open(room.toString(), settings.of(room.platform())));
  }

  PlatformSettings settings() {
    return network.platformSettings().keepingRaw(raw);
  }
}
