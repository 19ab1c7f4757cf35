package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.record.Progress;
import io.github.danmuhub.text.Printable;

/** A bar on stderr, where a person looks at it; redrawn for each percent. */
public final class ProgressBar implements Progress, AutoCloseable {
  private static final int WIDTH = 30;

  private final Console console;
  private final String what;
  private long percent = -1;

  /** Appears with the first step; {@code what} stands before it. */
  public ProgressBar(Console console, String what) {
    this.console = console;
    this.what = Printable.line(what);
  }

  @Override
  public void at(long done, long total) {
    long now = total == 0 ? 100 : done * 100 / total;
    if (console.terminal() && now != percent) {
      percent = now;
      int full = (int) (now * WIDTH / 100);
      String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
      console.err().print("\r\u001b[K" + what + " " + bar + " " + now + " %");
      console.err().flush();
    }
  }

  /** Wipes the bar. */
  @Override
  public void close() {
    if (percent >= 0) {
      percent = -1;
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }
}
