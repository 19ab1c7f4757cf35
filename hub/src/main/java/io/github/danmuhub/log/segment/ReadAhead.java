package io.github.danmuhub.log.segment;

import io.github.danmuhub.log.segment.RecordedLine.Reading;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines in batches on several cores and hands them on in their order. The caller's thread
 * helps instead of waiting, and does it alone where there is only one batch. Bounded: further lines
 * are taken only while less than {@code AHEAD_BYTES} of them wait; nothing is dropped. One thread.
 */
final class ReadAhead implements Closeable {
  static final String THREAD = "danmu-read";

  private static final int BATCH_BYTES = 1 << 17;
  private static final int AHEAD_BYTES = 1 << 19;

  private static final int HELPERS =
      Math.max(1, Math.min(3, Runtime.getRuntime().availableProcessors() - 1));

  private final SegmentLines lines;
  private final Deque<Batch> ahead = new ArrayDeque<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(HELPERS, ReadAhead::thread);
  private int bytesAhead;
  private Iterator<Reading> current = Collections.emptyIterator();

  ReadAhead(SegmentLines lines) {
    this.lines = lines;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, THREAD);
    thread.setDaemon(true);
    return thread;
  }

  /** The next line; null at the end. */
  @Nullable Reading next() throws IOException {
    while (!current.hasNext()) {
      fill();
      Batch first = ahead.poll();
      if (first == null) {
        return null;
      }
      bytesAhead -= first.bytes;
      current = await(first).iterator();
    }
    return current.next();
  }

  private void fill() throws IOException {
    while (bytesAhead < AHEAD_BYTES) {
      Batch batch = take();
      if (batch == null) {
        return;
      }
      if (!ahead.isEmpty()) {
        threads.execute(batch);
      }
      ahead.add(batch);
      bytesAhead += batch.bytes;
    }
  }

  private @Nullable Batch take() throws IOException {
    List<RecordedLine> taken = new ArrayList<>();
    int bytes = 0;
    while (bytes < BATCH_BYTES) {
      RecordedLine line = lines.next();
      if (line == null) {
        break;
      }
      taken.add(line);
      bytes += line.size();
    }
    return taken.isEmpty() ? null : new Batch(taken, bytes);
  }

  /** A batch that somebody else began is not begun again. */
  private List<Reading> await(Batch first) throws IOException {
    first.run();
    for (Batch later : ahead) {
      if (first.isDone()) {
        break;
      }
      later.run();
    }
    try {
      return first.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a line failed", e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    lines.close();
  }

  /** Lines that are read together, by the first thread that runs it. */
  private static final class Batch extends FutureTask<List<Reading>> {
    private final int bytes;

    Batch(List<RecordedLine> lines, int bytes) {
      super(() -> read(lines));
      this.bytes = bytes;
    }

    private static List<Reading> read(List<RecordedLine> lines) {
      List<Reading> readings = new ArrayList<>(lines.size());
      for (RecordedLine line : lines) {
        readings.add(line.read());
      }
      return readings;
    }
  }
}
