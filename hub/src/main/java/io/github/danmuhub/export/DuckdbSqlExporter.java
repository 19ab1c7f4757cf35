package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What DuckDB has to be told to read a recording of ours where it lies. */
final class DuckdbSqlExporter implements Exporter {
  private static final String TEMPLATE = "duckdb.sql";

  @Override
  public String id() {
    return "duckdb-sql";
  }

  @Override
  public String extension() {
    return "sql";
  }

  @Override
  public boolean oneRoom() {
    return false;
  }

  @Override
  public boolean heedsRetractions() {
    return false;
  }

  @Override
  public ExportSink open(OutputStream out, Head head, ExportOptions options) throws IOException {
    String sql = template().replace("FILES", files(head.source()).replace("'", "''"));
    out.write(sql.getBytes(UTF_8));
    return new ExportSink() {
      @Override
      public void accept(Numbered event) {}

      @Override
      public void finish() throws IOException {
        out.flush();
      }
    };
  }

  private static String template() throws IOException {
    try (InputStream sql =
        requireNonNull(DuckdbSqlExporter.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
      return new String(sql.readAllBytes(), UTF_8);
    }
  }

  /** Segments begin with their time; captured frames beside them have another name. */
  private static String files(Path source) throws ExportException {
    String path = source.toAbsolutePath().normalize().toString();
    if (Files.isDirectory(source)) {
      return path + "/*Z-????????????.jsonl*";
    }
    if (!path.matches(".*\\.jsonl(\\.gz|\\.zst)?")) {
      throw new ExportException(Phrase.of("export.duckdb", source));
    }
    return path;
  }
}
