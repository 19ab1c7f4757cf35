package io.github.danmuhub.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.LogFolder;
import io.github.danmuhub.log.LogFollower;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.LogReader;
import io.github.danmuhub.log.segment.RecordingException;
import io.github.danmuhub.record.copy.Copies;
import io.github.danmuhub.record.copy.CopyName;
import io.github.danmuhub.record.copy.CopySettings;
import io.github.danmuhub.record.copy.Split;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A process of its own that records 1,000 events a second until it is killed. */
final class KilledRecorder {
  /** They take turns. */
  static final List<String> ROOMS = List.of("545068", "21452505");

  private static final int EVENTS_A_TICK = 10;
  private static final long TICK_NANOS = 10_000_000;

  /** Half a second of events, so that kills strike rotation, packing and the index as well. */
  private static final long SEGMENT = 100_000;

  private KilledRecorder() {}

  /** Prints, after each tick, the last event's text and when it was recorded. */
  public static void main(String[] args) throws RecordingException {
    LogOptions options = LogOptions.of(Path.of(args[0])).withRotation(SEGMENT, Duration.ofHours(1));
    Recorder recorder =
        Recorder.over(LogFolder.open(options, e -> System.exit(3)), 10_000, 8 << 20);
    new Thread(() -> follow(recorder, options.dir()), "reader").start();
    var unused = copies(recorder, options.dir());
    long next = Long.parseLong(args[1]);
    long due = System.nanoTime();
    while (true) {
      for (int i = 0; i < EVENTS_A_TICK; i++) {
        recorder.accept(chat(next++));
      }
      System.out.println((next - 1) + " " + System.currentTimeMillis());
      due += TICK_NANOS;
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  /** Copies, a file a broadcast, by a reader of its own. */
  static LogFollower copies(Recorder recorder, Path dir) {
    CopyName name = CopyName.of(CopyName.STANDARD, ZoneOffset.UTC);
    Copies copies = new Copies(dir, new CopySettings(Set.of(Split.BROADCAST), name, Set.of()));
    return LogFollower.start(
        recorder.log(), dir, Copies.NAME, copies, System.err::println, System.err::println);
  }

  /** What a broker would be sent: each number is written down before it is done with. */
  private static void follow(Recorder recorder, Path dir) {
    try (BufferedWriter sent = Files.newBufferedWriter(sent(dir), UTF_8, CREATE, APPEND)) {
      LogReader reader = LogReader.open(recorder.log(), dir, "broker", Filter.ALL, 0);
      while (true) {
        for (Entry entry : reader.next(Duration.ofSeconds(1)).entries()) {
          sent.write(entry.seq() + "\n");
        }
        sent.flush();
        reader.done();
      }
    } catch (IOException | InterruptedException e) {
      System.exit(4);
    }
  }

  /** The numbers that the reader was given, in their order. */
  static Path sent(Path dir) {
    return dir.resolveSibling(dir.getFileName() + ".sent");
  }

  private static Chat chat(long number) {
    Origin origin =
        Origin.ours(
            "bilibili", ROOMS.get((int) (number % ROOMS.size())), System.currentTimeMillis());
    return Chat.of(origin, User.of("7", "七"), Long.toString(number));
  }
}
