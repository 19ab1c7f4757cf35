package io.github.danmuhub.kafka.sink;

import static java.util.Comparator.comparingLong;

import io.github.danmuhub.kafka.sink.TenureFile.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Which tenure of its room an entry of the log belongs to, whenever it is sent. Of a room that was
 * assigned, the worker says when one begins; of all others a run of the program is one, and its
 * epoch is the second in which it began. Kept on the disk beside the log, so that what a killed run
 * left is sent under the epoch in which it was heard. Remembers {@value #MOST} tenures of rooms;
 * beyond, the oldest are forgotten, and what is left of them counts as of its run. Any thread.
 */
public final class Tenures {
  private static final int MOST = 50_000;

  private final TenureFile file;
  private final LongSupplier last;

  /** Number of the log after which one began, to its epoch. */
  private final NavigableMap<Long, Long> runs = new TreeMap<>();

  private final Map<String, NavigableMap<Long, Long>> rooms = new HashMap<>();
  private final Set<String> ended = new HashSet<>();

  private Tenures(TenureFile file, LongSupplier last) {
    this.file = file;
    this.last = last;
  }

  /**
   * Those of before, which are over, and a new run.
   *
   * @param dir the log's folder
   * @param last the number of the log's newest entry
   * @param seconds the time, since 1970
   */
  public static Tenures open(Path dir, LongSupplier last, long seconds) throws IOException {
    Tenures tenures = new Tenures(new TenureFile(dir), last);
    tenures.begin(seconds);
    return tenures;
  }

  private synchronized void begin(long seconds) throws IOException {
    long after = last.getAsLong();
    for (Line line : file.read()) {
      if (line.after() < after) { // else nothing was heard in it
        (line.isRun() ? runs : of(line.room())).put(line.after(), line.epoch());
      }
    }
    // a clock may have been set back; epochs are not
    long next = runs.values().stream().mapToLong(epoch -> epoch + 1).max().orElse(seconds);
    runs.put(after, Math.max(seconds, next));
    keep();
  }

  private NavigableMap<Long, Long> of(String room) {
    return rooms.computeIfAbsent(room, any -> new TreeMap<>());
  }

  /**
   * From the log's next entry on, these rooms are in another tenure. It is on the disk once this
   * returns: a room is opened after that.
   *
   * @param begun each {@code platform:room}
   */
  public synchronized void began(Collection<String> begun, long epoch) throws IOException {
    long after = last.getAsLong();
    begun.forEach(room -> of(room).put(after, epoch));
    ended.removeAll(begun);
    keep();
  }

  /** What is sent of these rooms from now on is late, until they begin anew. */
  public synchronized void ended(Collection<String> over) {
    over.stream().filter(rooms::containsKey).forEach(ended::add);
  }

  /** The one that an entry belongs to. */
  synchronized Tenure of(String room, long seq) {
    Map.Entry<Long, Long> run = runs.lowerEntry(seq);
    NavigableMap<Long, Long> own = rooms.get(room);
    Map.Entry<Long, Long> begun = own == null ? null : own.lowerEntry(seq);
    if (own == null || begun == null || (run != null && run.getKey() > begun.getKey())) {
      return run == null // of before there was a Kafka
          ? new Tenure(0, true)
          : new Tenure(run.getValue(), run.getKey() < runs.lastKey());
    }
    boolean over =
        ended.contains(room) || begun.getKey() < own.lastKey() || begun.getKey() < runs.lastKey();
    return new Tenure(begun.getValue(), over);
  }

  /** All up to {@code seq} is sent: nobody asks for tenures that were over by then. */
  synchronized void sent(long seq) throws IOException {
    boolean some = shorten(runs, seq);
    for (NavigableMap<Long, Long> begun : rooms.values()) {
      some |= shorten(begun, seq);
    }
    if (seq >= runs.lastKey()) {
      some |= rooms.values().removeIf(begun -> begun.lastKey() < runs.lastKey());
    }
    if (some) {
      keep();
    }
  }

  private static boolean shorten(NavigableMap<Long, Long> begun, long seq) {
    boolean some = false;
    while (begun.size() > 1 && begun.tailMap(begun.firstKey(), false).firstKey() <= seq) {
      begun.pollFirstEntry();
      some = true;
    }
    return some;
  }

  private void keep() throws IOException {
    List<Line> lines = new ArrayList<>();
    rooms.forEach((room, begun) -> begun.forEach((at, epoch) -> lines.add(line(epoch, at, room))));
    lines.sort(comparingLong(Line::after));
    while (lines.size() > MOST) {
      forget(lines.remove(0));
    }
    runs.forEach((after, epoch) -> lines.add(line(epoch, after, "")));
    file.write(lines);
  }

  private static Line line(long epoch, long after, String room) {
    return new Line(epoch, after, room);
  }

  private void forget(Line oldest) {
    NavigableMap<Long, Long> begun = of(oldest.room());
    begun.remove(oldest.after());
    if (begun.isEmpty()) {
      rooms.remove(oldest.room());
      ended.remove(oldest.room());
    }
  }
}
