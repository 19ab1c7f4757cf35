package io.github.danmuhub.log.segment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file of a recording.
 *
 * @param path plain or packed
 * @param firstSeq of its first event; 0 where its name does not say
 */
public record Segment(Path path, long firstSeq) {
  private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}Z-(\\d{12,18})\\.jsonl(.*)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** How a file is called while it is being packed. */
  public static final String UNFINISHED = ".part";

  /** A new one, named by the time {@code now} (epoch milliseconds); makes no file. */
  public static Segment create(Path dir, long now, long firstSeq) {
    return new Segment(dir.resolve("%s-%012d.jsonl".formatted(time(now), firstSeq)), firstSeq);
  }

  /** As file names begin: {@code 20261121T080301Z}. */
  public static String time(long epochMs) {
    return TIME.format(Instant.ofEpochMilli(epochMs));
  }

  /** The one that {@code file} is by its name; empty where it is none, or not packed wholly. */
  static Optional<Segment> named(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() && packing(name.group(2)) != null
        ? Optional.of(new Segment(file, Long.parseLong(name.group(1))))
        : Optional.empty();
  }

  /** Of its file, without what tells how it is packed. */
  public String name() {
    String file = String.valueOf(path.getFileName());
    return file.substring(0, Math.max(0, file.indexOf(".jsonl")));
  }

  /** Whether a recorder calls a segment so: plain, packed, or while it is being packed. */
  public static boolean isNameOfOne(String file) {
    Matcher name = NAME.matcher(file);
    return name.matches() && packing(name.group(2).replace(UNFINISHED, "")) != null;
  }

  private static @Nullable Compression packing(String suffix) {
    for (Compression compression : Compression.values()) {
      if (compression.suffix().equals(suffix)) {
        return compression;
      }
    }
    return null;
  }

  /** Whether it is not packed, as far as its name says. */
  public boolean isPlain() {
    return path.toString().endsWith(".jsonl");
  }

  /** The same segment in its other form. */
  Path packedBy(Compression compression) {
    return path.resolveSibling(path.getFileName() + compression.suffix());
  }

  /** The file's bytes; a recorder may have packed it since it was listed. */
  InputStream open() throws IOException {
    try {
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      return Files.newInputStream(present());
    }
  }

  /** Its file as it is now. */
  Path present() throws NoSuchFileException {
    for (Compression compression : Compression.values()) {
      if (Files.exists(packedBy(compression))) {
        return packedBy(compression);
      }
    }
    throw new NoSuchFileException(path.toString());
  }

  /** Its text from the byte {@code offset} on. */
  public InputStream unpacked(long offset) throws IOException {
    if (isPlain() && Files.exists(path)) {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      return Channels.newInputStream(channel.position(offset));
    }
    InputStream file = open();
    try {
      InputStream in = Compression.unpack(file);
      in.skipNBytes(offset);
      return in;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }
}
