package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.Printable;
import io.github.danmuhub.cli.terminal.ProgressBar;
import io.github.danmuhub.export.AssStyle;
import io.github.danmuhub.export.Export;
import io.github.danmuhub.export.ExportOptions;
import io.github.danmuhub.export.Exporter;
import io.github.danmuhub.export.Exporters;
import io.github.danmuhub.export.Selection;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.segment.ReadReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code danmu export}: a recording in the formats of players and spreadsheets. */
@Command(
    name = "export",
    description = "Convert a recording: Bilibili XML, ASS subtitles, CSV, player JSON.",
    footer = {"", "Example: danmu export recordings --to xml,ass"})
final class ExportCommand implements Callable<Integer> {
  private final Console console;

  @Mixin RecordingOptions recordings = new RecordingOptions();

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "FORMAT",
      description = "xml, ass, csv, json-dplayer, json-artplayer; several with commas.")
  List<String> formats = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file; without it, one beside the recording for each format.")
  @Nullable Path out;

  @Option(names = "--force", description = "Replace a file of that name.")
  boolean force;

  @Option(names = "--raw", description = "XML: with the platform's own message, as recorded.")
  boolean raw;

  @Option(
      names = "--compat",
      description = "XML: for DanmakuFactory, which ends a gift's name at its first space.")
  boolean compat;

  @Option(names = "--bom", description = "CSV: with a byte order mark, for Excel.")
  boolean bom;

  @Mixin AssOptions ass = new AssOptions();

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Exporter> exporters = formats.stream().map(ExportCommand::exporter).toList();
    if (out != null && exporters.size() > 1) {
      throw new IllegalArgumentException("--out names one file: give one format with --to");
    }
    Recording recording = recordings.open();
    ExportOptions options = options(recording);
    for (Exporter exporter : exporters) {
      Path file = out == null ? beside(recording.path(), exporter) : out;
      ReadReport report = export(recording, exporter, options, file);
      console.out().println(file);
      if (!report.clean()) {
        console.say(Printable.line(report.words()));
      }
    }
    console.out().flush();
    return 0;
  }

  private ReadReport export(
      Recording recording, Exporter exporter, ExportOptions options, Path file) throws IOException {
    try (ProgressBar bar = new ProgressBar(console, String.valueOf(file.getFileName()))) {
      return new Export(recording, exporter, options).to(file, bar);
    }
  }

  private ExportOptions options(Recording recording) throws IOException {
    Selection selection =
        recordings
            .session(recording)
            .map(Selection::of)
            .orElseGet(() -> Selection.ofRoom(recordings.roomRef()));
    AssStyle style = ass.style();
    return new ExportOptions(selection, force, raw, compat, bom, style);
  }

  private static Exporter exporter(String id) {
    return Exporters.named(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--to %s: no such format; there are %s".formatted(id, known())));
  }

  private static String known() {
    return Exporters.ALL.stream().map(Exporter::id).collect(Collectors.joining(", "));
  }

  private static Path beside(Path recording, Exporter exporter) {
    Path absolute = recording.toAbsolutePath().normalize();
    String name = String.valueOf(absolute.getFileName()).replaceFirst("\\.jsonl(\\.\\w+)?$", "");
    String kind = exporter.id().replace(exporter.extension(), "").replace("-", ".");
    return absolute.resolveSibling(name + kind + "." + exporter.extension());
  }
}
