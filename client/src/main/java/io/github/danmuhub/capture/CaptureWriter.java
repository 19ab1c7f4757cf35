package io.github.danmuhub.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.danmuhub.platform.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a capture as JSONL, at the end of the file. Whole lines are handed to the system, one
 * write a batch: a crash loses at most the batch under way, and a line that an earlier crash cut
 * off is ended first. One thread.
 */
public final class CaptureWriter implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();

  private final OutputStream out;
  private final @Nullable EntryRedaction redaction;

  private CaptureWriter(OutputStream out, @Nullable EntryRedaction redaction) {
    this.out = out;
    this.redaction = redaction;
  }

  /** Opens or creates a file; secrets are blanked out by the platforms they belong to. */
  public static CaptureWriter redacting(Path file, List<Platform> platforms) throws IOException {
    return new CaptureWriter(append(file), new EntryRedaction(platforms, null));
  }

  /**
   * The same for a room of one platform: its lookups, which precede its socket, are known to be
   * that platform's.
   */
  public static CaptureWriter redacting(Path file, List<Platform> platforms, String platform)
      throws IOException {
    return new CaptureWriter(append(file), new EntryRedaction(platforms, platform));
  }

  /** Opens or creates a file to write everything as it is, cookies and tokens included. */
  public static CaptureWriter raw(Path file) throws IOException {
    return new CaptureWriter(append(file), null);
  }

  private static OutputStream append(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    OutputStream out = Channels.newOutputStream(channel);
    long size = channel.size();
    if (size > 0) {
      channel.position(size - 1);
      int last = Channels.newInputStream(channel).read();
      if (last != '\n') {
        out.write('\n');
      }
    }
    return out;
  }

  /** Writes a batch of entries: one line each, all at once. */
  public void write(List<CaptureEntry> entries) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (CaptureEntry entry : entries) {
      try (JsonGenerator json = JSON.createGenerator(lines)) {
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        CaptureLine.write(redaction == null ? entry : redaction.apply(entry), json);
      }
      lines.write('\n');
    }
    lines.writeTo(out);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
