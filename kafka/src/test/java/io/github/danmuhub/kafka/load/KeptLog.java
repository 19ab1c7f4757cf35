package io.github.danmuhub.kafka.load;

import io.github.danmuhub.log.DiskListener;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a hub that has ended kept on its disk.
 *
 * @param cursors of the entries, in their order
 */
record KeptLog(List<Entry> entries, List<String> cursors) {

  static KeptLog read(Path dir) throws Exception {
    LogFolder folder =
        LogFolder.open(LogOptions.of(dir), DiskListener.saying(w -> {}, w -> {}, ""));
    try (EventLog log = EventLog.onDisk(1, 1, folder)) {
      List<Entry> entries = new ArrayList<>();
      Page page = log.read(0, Filter.ALL, 1_000);
      while (!page.isEmpty()) {
        entries.addAll(page.entries());
        page = log.read(page.next(), Filter.ALL, 1_000);
      }
      List<String> cursors =
          entries.stream().map(entry -> log.cursor(entry.seq()).toString()).toList();
      return new KeptLog(entries, cursors);
    }
  }
}
