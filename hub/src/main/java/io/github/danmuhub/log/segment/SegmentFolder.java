package io.github.danmuhub.log.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The segments of a recorder's folder.
 *
 * @param dir the folder
 */
public record SegmentFolder(Path dir) {
  private static final Comparator<Segment> OLDEST_FIRST =
      Comparator.comparingLong(Segment::firstSeq).thenComparing(Segment::name);

  /**
   * All, oldest first; where a plain and a packed one exist, the packed.
   *
   * @throws RecordingException where what is called a segment is no file of this folder
   */
  public List<Segment> segments() throws IOException {
    Map<String, Segment> found = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(dir)) {
      files
          .sorted() // a packed one stands behind its plain form
          .flatMap(file -> Segment.named(file).stream())
          .forEach(segment -> found.put(segment.name(), segment));
    }
    for (Segment segment : found.values()) {
      RegularFile.check(segment.path());
    }
    return found.values().stream().sorted(OLDEST_FIRST).toList();
  }

  /**
   * What a crash may have left while a segment was packed, or before its plain form was deleted.
   */
  public Collection<Path> leftovers() throws IOException {
    List<Path> wanted = segments().stream().map(Segment::path).toList();
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .filter(file -> Segment.isNameOfOne(String.valueOf(file.getFileName())))
          .filter(file -> !wanted.contains(file))
          .filter(file -> isUnfinished(file) || new Segment(file, 0).isPlain())
          .toList();
    }
  }

  private static boolean isUnfinished(Path file) {
    return file.toString().endsWith(Segment.UNFINISHED);
  }
}
