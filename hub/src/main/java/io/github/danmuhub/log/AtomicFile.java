package io.github.danmuhub.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.danmuhub.log.segment.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A small text that is replaced as a whole: whoever is killed meanwhile leaves the old one or the
 * new one. One writer.
 *
 * @param path beside it, {@code .part}, the next one is written
 */
public record AtomicFile(Path path) {
  private static final int LIMIT = 16 << 20;

  /** What it says, up to {@value #LIMIT} bytes of it; empty where it is not there. */
  public Optional<String> read() throws IOException {
    RegularFile.check(path);
    try (var in = Files.newInputStream(path)) {
      return Optional.of(new String(in.readNBytes(LIMIT), UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Writes it whole, and to the disk. */
  public void write(String text) throws IOException {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try (FileChannel channel = FileChannel.open(part, CREATE, WRITE, TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
