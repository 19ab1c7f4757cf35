package io.github.danmuhub.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a command ends by itself: shared by all that otherwise run until Ctrl-C. */
final class TimeLimit {
  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "End after 30s, 5m, 2h.")
  @Nullable Duration duration;

  /** Waits until the time is over, or somebody asks for the end. */
  void await(Stop stop) throws InterruptedException {
    stop.await(duration);
  }
}
