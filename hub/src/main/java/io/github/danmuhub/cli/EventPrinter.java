package io.github.danmuhub.cli;

import io.github.danmuhub.event.LiveEvent;

/** How events reach stdout. Called by one sink thread. */
interface EventPrinter {
  void print(LiveEvent event);
}
