package io.github.danmuhub.export;

import java.util.List;
import java.util.Optional;

/** The table of formats. */
public final class Exporters {
  public static final List<Exporter> ALL =
      List.of(
          new XmlExporter(),
          new AssExporter(),
          new SrtExporter(),
          new CsvExporter(),
          new JsonlExporter(),
          new DuckdbSqlExporter(),
          new DplayerExporter(),
          new ArtplayerExporter());

  private Exporters() {}

  /** The one that {@code --to} calls {@code id}. */
  public static Optional<Exporter> named(String id) {
    return ALL.stream().filter(exporter -> exporter.id().equals(id)).findFirst();
  }
}
