package io.github.danmuhub.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every decision and what came of every action, one JSON object a line, on a thread of its own. A
 * file of {@value #ROTATE_BYTES} bytes is put aside as {@code .1}, earlier ones as {@code .2} and
 * so on, {@value #KEPT} at most. {@value #QUEUE} lines may wait for the disk; further ones are
 * dropped, counted, and the count is a line.
 */
final class AuditLog implements AutoCloseable {
  private static final int QUEUE = 10_000;
  private static final long ROTATE_BYTES = 8 << 20;
  private static final int KEPT = 4;
  private static final long WAIT_MS = 500;

  private final Path path;
  private final long rotateBytes;
  private final PartStatus status;
  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread = new Thread(this::write, "danmu-rules-audit");
  private volatile boolean closed;
  private boolean failing;

  AuditLog(Path path, PartStatus status) {
    this(path, ROTATE_BYTES, status);
  }

  AuditLog(Path path, long rotateBytes, PartStatus status) {
    this.path = path;
    this.rotateBytes = rotateBytes;
    this.status = status;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Never blocks; any thread. */
  void add(ObjectNode line) {
    if (!waiting.offer(line.toString())) {
      dropped.incrementAndGet();
    }
  }

  private void write() {
    List<String> lines = new ArrayList<>();
    while (!closed || !waiting.isEmpty()) {
      lines.clear();
      next(lines);
      long lost = dropped.getAndSet(0);
      if (lost > 0) {
        lines.add("{\"dropped\":%d}".formatted(lost));
      }
      if (!lines.isEmpty()) {
        append(lines);
      }
    }
  }

  private void next(List<String> lines) {
    try {
      String line = waiting.poll(WAIT_MS, TimeUnit.MILLISECONDS);
      if (line != null) {
        lines.add(line);
        waiting.drainTo(lines);
      }
    } catch (InterruptedException e) {
      closed = true; // what waits is written, then it ends
    }
  }

  private void append(List<String> lines) {
    try {
      rotateIfFull();
      try (OutputStream out =
          Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
      }
      if (failing) {
        failing = false;
        status.working(Phrase.of("audit.works"));
      }
    } catch (IOException e) {
      dropped.addAndGet(lines.size());
      if (!failing) {
        failing = true;
        status.failing(Phrase.of("audit.fails", String.valueOf(e.getMessage())));
      }
    }
  }

  private void rotateIfFull() throws IOException {
    if (!Files.exists(path) || Files.size(path) < rotateBytes) {
      return;
    }
    for (int i = KEPT - 1; i >= 1; i--) {
      if (Files.exists(aside(i))) {
        Files.move(aside(i), aside(i + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(path, aside(1), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path aside(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  /** What waits is written first. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
