package io.github.danmuhub.log.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.danmuhub.text.Phrase;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that one process holds; tells people which. One thread at a time. */
final class LockFile implements Closeable {
  private final FileChannel channel;
  private final FileIdentity identity;

  private LockFile(FileChannel channel, FileIdentity identity) {
    this.channel = channel;
    this.identity = identity;
  }

  static LockFile take(Path path) throws IOException {
    RegularFile.check(path);
    FileChannel channel = FileChannel.open(path, CREATE, WRITE);
    try {
      if (tryLock(channel) == null) {
        throw new RecordingException(
            Phrase.of("recording.locked", String.valueOf(path.getParent())));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
      return new LockFile(channel, FileIdentity.of(path));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  Path path() {
    return identity.path();
  }

  boolean isStill() {
    return identity.isStill();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
