package io.github.danmuhub.cli;

import io.github.danmuhub.RoomSettings;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import io.github.danmuhub.config.RecordConfig;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.SlotSettings;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import io.github.danmuhub.text.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what only the platforms can judge, rooms and settings, before a door opens.
 *
 * @param file null: there is none, and {@code config} is the standard
 * @param network with the settings of the command line, which go before the file's
 */
record ConfigCheck(@Nullable Path file, HubConfig config, NetworkOptions network) {

  /**
   * Looks at all of them.
   *
   * @throws ConfigException with line and column, for what stands in the file
   * @throws IllegalArgumentException in words, for what stands on the command line
   */
  void run() {
    List<String> rooms = config.rooms();
    for (int i = 0; i < rooms.size(); i++) {
      String room = rooms.get(i);
      at(() -> named(room), "rooms", Integer.toString(i));
    }
    RecordConfig record = config.record();
    if (record != null) {
      at(() -> CopyWords.settings("record.", record.split(), null, List.of()), "record", "split");
      at(
          () -> CopyWords.settings("record.", List.of(), record.name(), List.of()),
          "record",
          "name");
      at(() -> CopyWords.settings("record.", List.of(), null, record.only()), "record", "only");
      at(() -> NoticeWords.settings(record), "record", "webhook");
    }
    config.platforms().keySet().forEach(id -> at(() -> known(id), "platforms", id));
    PlatformSettings all = network.platformSettings(config.platforms());
    Platforms.demoRooms().forEach(room -> settings(room, all));
    network.feeds.feeds().forEach(feed -> settings(feed.firstRoom(), all));
  }

  /** Where a share link leads is asked when the room is opened. */
  private void named(String room) {
    RoomNames names = network.feeds.names();
    if (names.link(room).isEmpty()) {
      names.read(room);
    }
  }

  private void known(String id) {
    List<String> ids = network.feeds.platforms().stream().map(Platform::id).toList();
    if (!ids.contains(id)) {
      throw new UsageException(Phrase.of("usage.platform", id, String.join(", ", ids)));
    }
  }

  /** Those of one platform, together; where they are refused, the first of the file's alone. */
  private void settings(RoomRef room, PlatformSettings all) {
    try {
      tryOut(room, all);
    } catch (IllegalArgumentException | CommandFailure wrong) {
      config
          .platforms()
          .getOrDefault(room.platform(), Map.of())
          .forEach(
              (key, value) -> {
                Map<String, Map<String, String>> one = Map.of(room.platform(), Map.of(key, value));
                PlatformSettings alone = unasked().platformSettings(one);
                at(() -> tryOut(room, alone), "platforms", room.platform(), key);
              });
      throw wrong;
    }
  }

  /** The same platforms, and nothing on the command line. */
  private NetworkOptions unasked() {
    NetworkOptions options = new NetworkOptions();
    options.feeds = network.feeds;
    return options;
  }

  private void tryOut(RoomRef room, PlatformSettings platforms) {
    RoomSettings settings = platforms.of(room.platform());
    Platform platform = network.feeds.names().read(room.toString()).platform();
    SlotSettings.limits(platform, settings.settings());
    platform.check(SlotSettings.own(settings.settings()));
  }

  private static Phrase told(RuntimeException wrong) {
    return wrong instanceof Told ours
        ? ours.told()
        : Phrase.of("usage.other", Phrase.library(wrong.getMessage()));
  }

  private void at(Runnable check, String... path) {
    try {
      check.run();
    } catch (IllegalArgumentException | CommandFailure wrong) {
      if (file == null) {
        throw wrong;
      }
      throw HubConfigReader.refusal(file, told(wrong), path);
    }
  }
}
