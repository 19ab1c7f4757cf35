package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.event.LiveEvent;

/** How events reach stdout. Called by one sink thread. */
public interface EventPrinter {
  void print(LiveEvent event);
}
