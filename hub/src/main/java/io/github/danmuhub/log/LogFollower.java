package io.github.danmuhub.log;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Reads a log from a cursor of its own, on a daemon thread of its own, for work that nobody waits
 * for: copies, webhooks. What fails is done again from the cursor on, each second until it works.
 */
public final class LogFollower implements AutoCloseable {
  /** A cursor is forced to the disk so often at most. */
  private static final Duration KEEP_EVERY = Duration.ofSeconds(1);

  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final EventLog log;
  private final Path dir;
  private final String name;
  private final Work work;
  private final Consumer<Phrase> failing;
  private final Consumer<Phrase> working;
  private final long first;
  private final Closing ending = new Closing();
  private final Thread thread;
  private volatile boolean left;

  /** What is done with the log's events, on the follower's thread. */
  public interface Work {
    /** Goes on from what {@link #memory} was at the cursor; empty at the very first time. */
    void resume(String memory) throws IOException;

    /**
     * Deals with a page.
     *
     * @return whether it is wholly dealt with; false: it comes again at the next start
     */
    boolean take(Page page, Ending ending) throws IOException;

    /**
     * What there is to know at this place, so that a next run goes on here. All that was taken is
     * dealt with once this has returned.
     */
    String memory() throws IOException;
  }

  /** Whether the follower is to end soon; any thread. */
  public interface Ending {
    /** Whether it is to end. */
    boolean isNear();

    /** Waits for so long, or until it is to end. */
    void await(Duration atMost);
  }

  /** Until {@link #close}. */
  private static final class Closing implements Ending {
    private final CountDownLatch begun = new CountDownLatch(1);

    @Override
    public boolean isNear() {
      return begun.getCount() == 0;
    }

    @Override
    public void await(Duration atMost) {
      try {
        begun.await(atMost.toMillis(), MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private LogFollower(
      EventLog log,
      Path dir,
      String name,
      Work work,
      Consumer<Phrase> failing,
      Consumer<Phrase> working) {
    this.log = log;
    this.dir = dir;
    this.name = name;
    this.work = work;
    this.failing = failing;
    this.working = working;
    this.first = log.last();
    this.thread = new Thread(this::run, "danmu-log-" + name);
    thread.setDaemon(true);
  }

  /**
   * Begins where the follower of that name had come to; a first one with the next event.
   *
   * @param dir the folder of {@code log}
   * @param name small letters, digits and hyphens
   * @param failing is told why it fails, once until it works again
   * @param working is told that it is over
   */
  public static LogFollower start(
      EventLog log,
      Path dir,
      String name,
      Work work,
      Consumer<Phrase> failing,
      Consumer<Phrase> working) {
    LogFollower follower = new LogFollower(log, dir, name, work, failing, working);
    follower.thread.start();
    return follower;
  }

  private void run() {
    boolean troubled = false;
    while (true) {
      try {
        LogReader reader = LogReader.open(log, dir, name, Filter.ALL, first);
        work.resume(reader.memory());
        follow(reader, troubled);
        return;
      } catch (InterruptedIOException e) {
        return;
      } catch (IOException e) {
        if (!troubled) {
          failing.accept(why(e));
        }
        troubled = true;
      } catch (InterruptedException e) {
        return;
      }
      if (ending.isNear()) {
        return;
      }
      ending.await(AGAIN_AFTER);
    }
  }

  private static Phrase why(IOException failure) {
    return failure instanceof Told ours ? ours.told() : Phrase.said(failure.getMessage());
  }

  private void follow(LogReader reader, boolean troubled) throws IOException, InterruptedException {
    boolean wasTroubled = troubled;
    long kept = System.nanoTime();
    boolean more = true;
    while (more || !ending.isNear()) {
      Optional<Page> next = next(reader);
      if (next.isEmpty()) {
        more = false; // the disk does not have it yet
        ending.await(WAIT);
        continue;
      }
      Page page = next.get();
      if (!work.take(page, ending)) {
        return; // it was told to end meanwhile
      }
      more = page.more();
      if (left) {
        return; // the folder may be another's by now
      }
      if (page.isEmpty() || System.nanoTime() - kept > KEEP_EVERY.toNanos()) {
        reader.done(work.memory());
        kept = System.nanoTime();
      }
      if (wasTroubled && !page.isEmpty()) {
        working.accept(Phrase.of("recording.follower", name));
        wasTroubled = false;
      }
    }
    reader.done(work.memory());
  }

  private static Optional<Page> next(LogReader reader) throws InterruptedException {
    try {
      return Optional.of(reader.next(WAIT));
    } catch (NotYetException e) {
      return Optional.empty();
    }
  }

  /** Deals with what the log holds, as far as there is time; the rest waits for the next start. */
  @Override
  public void close() {
    close(CLOSE_WITHIN, () -> {});
  }

  /** The same within a time of another's; work that hangs in a call is interrupted then. */
  public void close(Duration within) {
    close(within, thread::interrupt);
  }

  private void close(Duration within, Runnable late) {
    ending.begun.countDown();
    try {
      thread.join(within.toMillis());
      left = true;
      if (thread.isAlive()) {
        late.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
