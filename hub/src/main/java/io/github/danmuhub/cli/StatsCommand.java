package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.ProgressBar;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.stats.Report;
import io.github.danmuhub.stats.Statistics;
import io.github.danmuhub.stats.html.HtmlReport;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "A page with charts, in one file that needs no network.")
  @Nullable Path html;

  @Option(names = "--force", description = "Replace FILE.")
  boolean force;

  @Option(names = "--top", paramLabel = "N", description = "How long the lists are.")
  int top = 10;

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new UsageException(Phrase.of("usage.least", "--top", 1));
    }
    EventSource recording = recordings.open();
    HtmlFile page = html == null ? null : HtmlFile.beside(recording, html, force);
    Report report = report(recording);
    if (page != null) {
      page.write(HtmlReport.of(report, console.words(), recordings.zone));
    }
    if (json) {
      report.writeJson(console.out());
    } else if (page != null) {
      console.out().println(page.path());
    } else {
      report.print(console.out(), console.words());
    }
    console.out().flush();
    return 0;
  }

  private Report report(EventSource recording) throws IOException {
    try (ProgressBar bar = new ProgressBar(console, console.words().say("progress.reading"))) {
      recording.prepare(bar);
      return Statistics.of(recording, recordings.selection(recording), top, bar);
    }
  }
}
