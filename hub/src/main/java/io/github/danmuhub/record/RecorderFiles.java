package io.github.danmuhub.record;

import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.segment.FolderLock;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.record.index.RecordingIndex;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What recorders write into their folder, by name: nobody else may write there under one. */
public final class RecorderFiles {
  /** How the name of a frame capture ends. */
  public static final String FRAMES = ".frames.jsonl";

  private static final List<Predicate<String>> KINDS =
      List.of(
          Segment::isNameOfOne,
          RecordingIndex::isNameOfOne,
          FolderLock::isNameOfOne,
          LogFolder::isNameOfOne,
          name -> name.endsWith(FRAMES));

  private RecorderFiles() {}

  /** Whether {@code file} is one in {@code folder}: by its name, there or not yet; or by a link. */
  static boolean hold(Path folder, Path file) throws IOException {
    return (isOwn(file) && isSame(folder, file.toAbsolutePath().getParent()))
        || isLinked(folder, file);
  }

  private static boolean isLinked(Path folder, Path file) throws IOException {
    try (DirectoryStream<Path> own = Files.newDirectoryStream(folder, RecorderFiles::isOwn)) {
      for (Path each : own) {
        if (isSame(each, file)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOwn(Path file) {
    String name = String.valueOf(file.getFileName());
    return KINDS.stream().anyMatch(kind -> kind.test(name));
  }

  private static boolean isSame(Path own, @Nullable Path other) throws IOException {
    return other != null
        && Files.exists(other)
        && Files.exists(own)
        && Files.isSameFile(own, other);
  }
}
