package io.github.danmuhub.parquet;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.export.ExportOptions;
import io.github.danmuhub.export.ExportSink;
import io.github.danmuhub.export.Exporter;
import io.github.danmuhub.export.Head;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** One table of all events, in columns, packed with zstd. */
final class ParquetExporter implements Exporter {
  /** Held in memory before it is written, in bytes. */
  private static final long ROW_GROUP = 16 << 20;

  @Override
  public String id() {
    return "parquet";
  }

  @Override
  public String extension() {
    return "parquet";
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
    CarpetWriter<EventColumns> rows =
        new CarpetWriter.Builder<>(new Unclosed(out), EventColumns.class)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
            .withRowGroupSize(ROW_GROUP)
            .build();
    return new ExportSink() {
      @Override
      public void accept(Numbered event) throws IOException {
        rows.write(EventColumns.of(event));
      }

      @Override
      public void finish() throws IOException {
        rows.close();
        out.flush();
      }
    };
  }

  /** The file is closed by who opened it. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
