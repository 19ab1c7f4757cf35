package io.github.danmuhub.server;

import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log of a hub that records nothing: in memory, with {@code server.archive} behind it. */
final class ServerLog {
  private ServerLog() {}

  /**
   * Opens it.
   *
   * @param listener hears where its disk takes nothing
   * @throws ConfigException where it is named a file, as those of earlier hubs were
   * @throws IOException in words, where its folder cannot be used
   */
  static EventLog open(ServerConfig config, DiskListener listener)
      throws ConfigException, IOException {
    LimitsConfig limits = config.limits();
    String archive = config.archive();
    if (archive == null) {
      return EventLog.inMemory(limits.retainedEvents(), limits.retainedBytes());
    }
    Path dir = Path.of(archive);
    if (Files.isRegularFile(dir)) {
      throw new ConfigException(Phrase.of("config.archive-file", dir));
    }
    LogOptions options = LogOptions.newest(dir, limits.archivedEvents());
    LogFolder folder = LogFolder.open(options, listener);
    return EventLog.onDisk(limits.retainedEvents(), limits.retainedBytes(), folder);
  }
}
