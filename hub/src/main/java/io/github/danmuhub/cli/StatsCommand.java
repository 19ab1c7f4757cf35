package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.ProgressBar;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.index.Session;
import io.github.danmuhub.stats.Report;
import io.github.danmuhub.stats.Statistics;
import io.github.danmuhub.stats.StatsOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code danmu stats}: what a broadcast was like. */
@Command(
    name = "stats",
    description = "Report on a recording: messages, people, income, and how good the data is.",
    footer = {"", "Example: danmu stats recordings --session -1"})
final class StatsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin RecordingOptions recordings = new RecordingOptions();

  @Option(names = "--json", description = "One JSON object.")
  boolean json;

  @Option(names = "--top", paramLabel = "N", description = "How long the lists are.")
  int top = StatsOptions.ALL.top();

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new IllegalArgumentException("--top must be at least 1");
    }
    Recording recording = recordings.open();
    Report report = report(recording, options(recording).withTop(top));
    if (json) {
      report.writeJson(console.out());
    } else {
      report.print(console.out());
    }
    console.out().flush();
    return 0;
  }

  private Report report(Recording recording, StatsOptions options) throws IOException {
    long total = recording.bytes();
    try (ProgressBar bar = new ProgressBar(console, "reading")) {
      return Statistics.of(recording, options, done -> bar.at(done, total));
    }
  }

  private StatsOptions options(Recording recording) throws IOException {
    Optional<Session> session = recordings.session(recording);
    return session.isPresent()
        ? StatsOptions.of(session.get())
        : new StatsOptions(recordings.roomRef(), 0, Long.MAX_VALUE, top);
  }
}
