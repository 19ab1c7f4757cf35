package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.event.LiveEvent;
import java.io.PrintStream;

/** Asks for the end once nobody reads what is printed any more: {@code danmu watch … | head}. */
public final class WhileRead implements EventPrinter {
  private final EventPrinter printer;
  private final PrintStream out;
  private final Runnable end;

  /**
   * @param printer prints to {@code out}
   * @param end called at each event after the reader is gone
   */
  public WhileRead(EventPrinter printer, PrintStream out, Runnable end) {
    this.printer = printer;
    this.out = out;
    this.end = end;
  }

  @Override
  public void print(LiveEvent event) {
    printer.print(event);
    if (out.checkError()) {
      end.run();
    }
  }
}
