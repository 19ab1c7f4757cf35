package io.github.danmuhub.server;

import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.config.ConfigException;
import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.config.ServerConfig;
import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.EarlierRooms;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of a hub that records nothing: in memory, with {@code server.archive} behind it. */
final class ServerLog {
  private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);

  private ServerLog() {}

  /**
   * @param telemetry says where the archive's disk takes nothing
   * @throws ConfigException where the archive is a file, as those of earlier hubs were
   * @throws IOException in words, where the archive cannot be used
   */
  static EventLog open(ServerConfig config, Telemetry telemetry)
      throws ConfigException, IOException {
    LimitsConfig limits = config.limits();
    String archive = config.archive();
    if (archive == null) {
      return EventLog.inMemory(limits.retainedEvents(), limits.retainedBytes());
    }
    Path dir = Path.of(archive);
    if (Files.isRegularFile(dir)) {
      throw new ConfigException(
          "server.archive: "
              + dir
              + " is a file, and an archive is a folder now: name another,"
              + " where cursors begin anew; what an earlier danmu kept in the file is not read");
    }
    LogOptions options = LogOptions.newest(dir, limits.archivedEvents());
    LogFolder folder = LogFolder.open(options, talk(), EarlierRooms.UNKNOWN);
    telemetry.watch("archive", folder::isFailing);
    return EventLog.archived(limits.retainedEvents(), limits.retainedBytes(), folder);
  }

  private static DiskListener talk() {
    return new DiskListener() {
      @Override
      public void failing(RecordingException why) {
        LOG.warn("The archive: {}", why.getMessage());
      }

      @Override
      public void recovered(long lost) {
        LOG.warn("The archive takes events again; {} are lost meanwhile", lost);
      }
    };
  }
}
