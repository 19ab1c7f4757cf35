package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.EventWriter;
import java.io.PrintStream;

/** JSON v1, one object a line, flushed at once: a pipe's reader waits for it. */
public final class JsonLines implements EventPrinter {
  private final PrintStream out;

  /** Writes to {@code out}, which is never closed here. */
  public JsonLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public void print(LiveEvent event) {
    byte[] json = EventWriter.write(event);
    synchronized (out) {
      out.write(json, 0, json.length);
      out.write('\n');
      out.flush();
    }
  }
}
