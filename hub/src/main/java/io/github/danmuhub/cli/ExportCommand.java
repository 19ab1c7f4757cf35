package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.ProgressBar;
import io.github.danmuhub.export.Export;
import io.github.danmuhub.export.ExportOptions;
import io.github.danmuhub.export.Exporter;
import io.github.danmuhub.export.Exporters;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code danmu export}: a recording in the formats of players and spreadsheets. */
@Command(
    name = "export",
    description = "Convert recordings: XML, subtitles, tables, players' JSON.",
    footer = {"", "Example: danmu export recordings --to xml,ass"})
final class ExportCommand implements Callable<Integer> {
  private final Console console;
  private final List<Exporter> known;

  @Mixin RecordingOptions recordings = new RecordingOptions();

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "FORMAT",
      description = {
        "xml, ass, srt, csv, jsonl, duckdb-sql, parquet, json-dplayer,",
        "json-artplayer; several with commas.",
        "A time, such as 1:23:45: end there."
      })
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

  @Option(
      names = "--mark-retracted",
      description = "XML: messages taken back stay, as retracted=\"true\"; else they are left out.")
  boolean markRetracted;

  @Option(names = "--bom", description = "CSV: with a byte order mark, for Excel.")
  boolean bom;

  @Mixin TimingOptions timing = new TimingOptions();

  @Mixin AssOptions ass = new AssOptions();

  /**
   * @param others formats that are not the program's own
   */
  ExportCommand(Console console, List<Exporter> others) {
    this.console = console;
    this.known = Stream.concat(Exporters.ALL.stream(), others.stream()).toList();
  }

  @Override
  public Integer call() throws IOException {
    List<Exporter> exporters = exporters();
    if (out != null && exporters.size() > 1) {
      throw new UsageException(Phrase.of("export.one"));
    }
    EventSource recording = recordings.open();
    ExportOptions options = options(recording);
    Map<Path, Export> exports = new LinkedHashMap<>();
    for (Exporter exporter : strictestFirst(exporters)) {
      Path file = out == null ? beside(recording.path(), exporter) : out;
      exports.put(file, new Export(recording, exporter, options));
    }
    prepare(recording);
    run(exports);
    return 0;
  }

  private List<Exporter> exporters() {
    List<Exporter> exporters =
        formats.stream()
            .filter(format -> !TimingOptions.isTime(format))
            .distinct()
            .map(this::exporter)
            .toList();
    if (exporters.isEmpty()) {
      throw new UsageException(Phrase.of("export.format", known()));
    }
    return exporters;
  }

  /** The last time that {@code --to} names. */
  private @Nullable String end() {
    return formats.stream().filter(TimingOptions::isTime).reduce((a, b) -> b).orElse(null);
  }

  /** Who takes one room only may refuse what it reads, so that the others have not begun then. */
  private static List<Exporter> strictestFirst(List<Exporter> exporters) {
    return exporters.stream().sorted(Comparator.comparing(each -> !each.oneRoom())).toList();
  }

  private void prepare(EventSource recording) throws IOException {
    try (ProgressBar bar = new ProgressBar(console, console.words().say("progress.reading"))) {
      recording.prepare(bar);
    }
  }

  /** All or none: what can be refused is refused before the first file. */
  private void run(Map<Path, Export> exports) throws IOException {
    for (Map.Entry<Path, Export> each : exports.entrySet()) {
      each.getValue().check(each.getKey());
    }
    Set<ReadReport> reports = new LinkedHashSet<>();
    for (Map.Entry<Path, Export> each : exports.entrySet()) {
      reports.add(run(each.getValue(), each.getKey()));
      console.out().println(each.getKey());
    }
    console.out().flush();
    tell(reports);
  }

  /** All formats read the same, so that what was passed over is told once. */
  private void tell(Set<ReadReport> reports) {
    reports.stream()
        .filter(report -> !report.clean())
        .forEach(report -> console.say(report.words()));
  }

  private ReadReport run(Export export, Path file) throws IOException {
    try (ProgressBar bar = new ProgressBar(console, String.valueOf(file.getFileName()))) {
      return export.to(file, bar);
    }
  }

  private ExportOptions options(EventSource recording) throws IOException {
    return ExportOptions.DEFAULTS
        .withSelection(recordings.selection(recording))
        .withForce(force)
        .withRaw(raw)
        .withNoBreakSpaces(compat)
        .withRetracted(markRetracted)
        .withBom(bom)
        .withTiming(timing.timing(end(), recordings.zone))
        .withAss(ass.style());
  }

  private Exporter exporter(String id) {
    return known.stream()
        .filter(exporter -> exporter.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UsageException(instead(id)));
  }

  private Phrase instead(String id) {
    return id.equals("parquet")
        ? Phrase.of("export.parquet")
        : Phrase.of("export.unknown", id, known());
  }

  private String known() {
    return known.stream().map(Exporter::id).collect(Collectors.joining(", "));
  }

  private static Path beside(Path recording, Exporter exporter) {
    Path absolute = recording.toAbsolutePath().normalize();
    String name =
        String.valueOf(absolute.getFileName()).replaceFirst("\\.(jsonl|xml)(\\.\\w+)?$", "");
    String kind = exporter.id().replace(exporter.extension(), "").replace("-", "");
    String dotted = kind.isEmpty() ? "" : "." + kind;
    return absolute.resolveSibling(name + dotted + "." + exporter.extension());
  }
}
