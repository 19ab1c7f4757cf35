package io.github.danmuhub.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.device.safety.DailyCaps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The caps of the day in a file, replaced as a whole and forced to the disk: whoever is killed
 * meanwhile leaves the old one or the new one.
 */
record CapsFile(Path path) implements DailyCaps.Store {
  private static final int LONGEST = 65_536;

  @Override
  public Optional<String> read() throws IOException {
    try {
      if (!Files.isRegularFile(path) && Files.exists(path)) {
        throw new IOException(path + " is no file");
      }
      byte[] bytes = bytes();
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(LONGEST);
    }
  }

  @Override
  public void write(String text) throws IOException {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
