package io.github.danmuhub.cli;

import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.text.Phrase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/**
 * When a command ends: Ctrl-C, {@code --for}, {@code --limit}, or all rooms failed. On Ctrl-C, and
 * on SIGTERM, the JVM waits until the command has closed its files, and exits with the command's
 * code instead of the signal's: whoever stops a recorder must learn that it has lost something.
 */
final class Stop implements AutoCloseable {
  /** What a command's parts may take to close, all together: a little less than the JVM waits. */
  static final Duration CLOSING = Duration.ofMillis(4_500);

  private static final long CLOSING_SECONDS = 5;

  private final Console console;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Integer code;
  private final Thread hook = new Thread(this::onSignal, "danmu-stop");

  /**
   * @param console where it says that something could not be closed
   */
  Stop(Console console) {
    this.console = console;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Asks for the end, from any thread. */
  void ask() {
    asked.countDown();
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits until somebody asks, or for so long. */
  void await(@Nullable Duration limit) throws InterruptedException {
    if (limit == null) {
      asked.await();
    } else if (asked.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
  }

  /** The command's exit code, returned as it is; all that is left to do is to close. */
  int ends(int exitCode) {
    code = exitCode;
    return exitCode;
  }

  private void onSignal() {
    ask();
    try {
      if (!closed.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        console.say(Phrase.of("stop.late", CLOSING_SECONDS));
        code = ExitCode.SOFTWARE;
      }
      Integer known = code; // null where the command has failed: it is about to say why
      if (known != null) {
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(known);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is closed: the JVM may go. */
  @Override
  public void close() {
    closed.countDown();
    if (Thread.currentThread() != hook && !removeHook()) {
      ask();
    }
  }

  private boolean removeHook() {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      return false;
    }
  }
}
