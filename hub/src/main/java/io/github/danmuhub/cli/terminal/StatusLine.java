package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.text.Words;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The live line at the bottom: a quiet room and a broken one look different. */
public final class StatusLine {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "danmu-status");
            thread.setDaemon(true);
            return thread;
          });

  private StatusLine() {}

  /**
   * Redraws the counts of {@code client} each second, on a thread of its own, until {@link #stop}.
   */
  public static StatusLine start(Screen screen, DanmuClient client, Words words) {
    StatusLine line = new StatusLine();
    StatusText text = new StatusText(words);
    line.schedule(
        () -> screen.status(text.of(client.rooms().stream().map(StatusText.Room::of).toList())));
    return line;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it ends with its clock
  private void schedule(Runnable refresh) {
    clock.scheduleAtFixedRate(refresh, 200, 1000, TimeUnit.MILLISECONDS);
  }

  /** Ends the redrawing; the line is wiped by {@link Screen#close}. */
  public void stop() {
    clock.shutdownNow();
  }
}
