package io.github.danmuhub.log;

import io.github.danmuhub.log.segment.Chunks;
import io.github.danmuhub.log.segment.LineReader;
import io.github.danmuhub.log.segment.Segment;
import io.github.danmuhub.log.segment.SegmentFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log's segments for readers that return, a {@link Block} at a time. The last {@value
 * #KEPT} are kept: the next page comes from there, and who returns at the same time shares them.
 * What cannot be read is left out. Any thread; blocks on the disk.
 */
final class Blocks {
  private static final int KEPT = 8;
  private static final int BYTES = 1 << 20;
  private static final Logger LOG = LoggerFactory.getLogger(Blocks.class);

  private final SegmentFolder folder;
  private final Deque<Block> kept = new ArrayDeque<>();

  Blocks(SegmentFolder folder) {
    this.folder = folder;
  }

  /** Up to {@code limit} entries after the number {@code after}; empty where there are none. */
  List<Entry> after(long after, int limit) throws IOException {
    Optional<Block> known = known(after);
    Block block = known.isPresent() ? known.get() : find(after);
    return block.after(after, limit);
  }

  private synchronized Optional<Block> known(long after) {
    Optional<Block> found = kept.stream().filter(block -> block.covers(after)).findFirst();
    found.ifPresent(this::keep);
    return found;
  }

  private synchronized void keep(Block block) {
    kept.remove(block);
    kept.addFirst(block);
    if (kept.size() > KEPT) {
      kept.removeLast();
    }
  }

  private Block find(long after) throws IOException {
    List<Segment> segments = folder.segments();
    for (int i = first(segments, after + 1); i < segments.size(); i++) {
      boolean grows = i + 1 == segments.size();
      Block block = find(segments.get(i), grows, after);
      if (block.last() > after) {
        return block;
      }
    }
    return Block.EMPTY;
  }

  private static int first(List<Segment> segments, long seq) {
    int first = 0;
    while (first + 1 < segments.size() && segments.get(first + 1).firstSeq() <= seq) {
      first++;
    }
    return first;
  }

  private Block find(Segment segment, boolean grows, long after) {
    try {
      Chunks chunks = Chunks.of(segment);
      for (int i = first(chunks, after + 1); i < chunks.count(); i++) {
        Block block = read(chunks, i, after);
        if (block.last() > after) {
          if (!grows || i + 1 < chunks.count()) {
            keep(block);
          }
          return block;
        }
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{} went while it was looked for", segment.path());
    } catch (IOException e) {
      LOG.warn("{} cannot be read back: {}", segment.path(), e.getMessage());
    }
    return Block.EMPTY;
  }

  /** The last chunk that begins at or before {@code seq}. */
  private static int first(Chunks chunks, long seq) throws IOException {
    int low = 0;
    int high = chunks.count() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firstSeq(chunks, middle) <= seq) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static long firstSeq(Chunks chunks, int chunk) throws IOException {
    try (LineReader lines = new LineReader(chunks.open(chunk))) {
      while (lines.next()) {
        Entry entry = Entry.read(lines.line());
        if (entry != null) {
          return entry.seq();
        }
      }
    }
    return Long.MAX_VALUE;
  }

  /** All of a chunk; of a large one, the part after {@code after}. */
  private static Block read(Chunks chunks, int chunk, long after) throws IOException {
    Deque<Entry> entries = new ArrayDeque<>();
    Map<String, String> names = new HashMap<>();
    long before = 0;
    long bytes = 0;
    try (LineReader lines = new LineReader(chunks.open(chunk))) {
      while (hasNext(lines) && !(bytes > BYTES && entries.getLast().seq() > after)) {
        Entry entry = lines.isWhole() ? Entry.read(lines.line()) : null;
        if (entry != null) {
          entries.add(entry.sharing(names));
          bytes += entry.json().length;
        }
        while (bytes > BYTES && entries.getFirst().seq() <= after) {
          Entry passed = entries.removeFirst();
          bytes -= passed.json().length;
          before = passed.seq();
        }
      }
    }
    long from = before > 0 || entries.isEmpty() ? before : entries.getFirst().seq() - 1;
    return new Block(from, new ArrayList<>(entries));
  }

  /** A packed segment ends where it is damaged. */
  private static boolean hasNext(LineReader lines) {
    try {
      return lines.next();
    } catch (IOException e) {
      LOG.debug("a damaged segment: {}", e.getMessage());
      return false;
    }
  }
}
