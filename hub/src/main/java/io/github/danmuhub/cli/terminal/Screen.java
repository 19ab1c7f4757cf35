package io.github.danmuhub.cli.terminal;

import java.io.PrintStream;

/**
 * Lines above, one live status line below them. Thread-safe: the sink prints, the clock refreshes.
 */
public final class Screen implements AutoCloseable {
  private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean withStatus;
  private String status = "";

  /** {@code withStatus}: a person looks at {@code out}, and the lowest line is ours. */
  public Screen(PrintStream out, boolean withStatus) {
    this.out = out;
    this.withStatus = withStatus;
  }

  synchronized void line(String line) {
    if (withStatus) {
      out.print(TO_LINE_START_AND_CLEAR);
    }
    out.println(line);
    out.print(status);
    out.flush();
  }

  synchronized void status(String newStatus) {
    if (withStatus) {
      status = newStatus;
      out.print(TO_LINE_START_AND_CLEAR + status);
      out.flush();
    }
  }

  /** Leaves the terminal as it was. */
  @Override
  public synchronized void close() {
    if (withStatus) {
      status = "";
      out.print(TO_LINE_START_AND_CLEAR);
    }
    out.flush();
  }
}
