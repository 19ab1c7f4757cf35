package io.github.danmuhub.cli;

import io.github.danmuhub.feed.FeedPlatform;
import io.github.danmuhub.feed.FeedReader;
import io.github.danmuhub.feed.yaml.FeedException;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Sites that are described in files; each is a platform beside those of the table. */
public final class FeedOptions {
  @Option(
      names = "--feed",
      paramLabel = "FILE",
      description = "A site described in YAML, as a platform like any other (docs/feed.md).")
  List<Path> files = new ArrayList<>();

  private @Nullable List<FeedPlatform> read;

  /** Another file, from elsewhere than the command line. */
  void add(Path file) {
    files.add(file);
    read = null;
  }

  /**
   * The described ones.
   *
   * @throws FeedException with file and line, if one cannot be used
   */
  List<FeedPlatform> feeds() {
    List<FeedPlatform> feeds = read;
    if (feeds == null) {
      feeds = files.stream().map(FeedReader::read).toList();
      refuseNamesakes(feeds);
      read = feeds;
    }
    return feeds;
  }

  private void refuseNamesakes(List<FeedPlatform> feeds) {
    List<String> ids = new ArrayList<>(Platforms.all().stream().map(Platform::id).toList());
    for (int i = 0; i < feeds.size(); i++) {
      String id = feeds.get(i).id();
      if (ids.contains(id)) {
        throw new FeedException(Phrase.of("feed.namesake", files.get(i), id));
      }
      ids.add(id);
    }
  }

  /** All platforms: those of the table, then the described ones. */
  List<Platform> platforms() {
    return Stream.concat(Platforms.all().stream(), feeds().stream()).toList();
  }

  /** Reads a room against all of them. */
  public RoomNames names() {
    return files.isEmpty() ? Platforms.names() : new RoomNames(platforms());
  }
}
