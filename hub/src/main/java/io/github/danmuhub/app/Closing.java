package io.github.danmuhub.app;

import io.github.danmuhub.text.Phrase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Closes one part after the other within one deadline. Each may take half of the time that is left,
 * the last one all of it: a part that hangs never takes the others' turn. One thread.
 */
final class Closing {
  private final Consumer<Phrase> say;
  private final long withinNs;
  private long deadline;
  private int left;

  Closing(Consumer<Phrase> say, Duration within) {
    this.say = say;
    this.withinNs = within.toNanos();
  }

  /** The time runs from now on. */
  void begin(int parts) {
    deadline = System.nanoTime() + withinNs;
    left = parts;
  }

  void close(Part part) {
    Thread thread = new Thread(() -> closeNow(part), "danmu-close-" + part.name());
    thread.setDaemon(true);
    thread.start();
    long mayTakeMs = mayTakeMs();
    left--;
    if (!ends(thread, mayTakeMs)) {
      thread.interrupt();
      say.accept(Phrase.of("part.late", part.name(), mayTakeMs));
    }
  }

  private long mayTakeMs() {
    long ms = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    return Math.max(1, left > 1 ? ms / 2 : ms);
  }

  private static boolean ends(Thread thread, long withinMs) {
    try {
      thread.join(withinMs);
      return !thread.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void closeNow(Part part) {
    try {
      part.close();
    } catch (RuntimeException e) {
      say.accept(Phrase.of("part.end", part.name(), e));
    }
  }
}
