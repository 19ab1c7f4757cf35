package io.github.danmuhub.parquet;

import io.github.danmuhub.cli.Extension;
import io.github.danmuhub.export.Exporter;
import java.util.List;

/** The entry of the program that knows one format more. */
public final class Main {
  private Main() {}

  /** The same as {@code danmu}. */
  public static void main(String[] args) {
    io.github.danmuhub.cli.Main.start(List.of(new Parquet()), args);
  }

  private static final class Parquet implements Extension {
    @Override
    public List<Exporter> formats() {
      return List.of(new ParquetExporter());
    }
  }
}
