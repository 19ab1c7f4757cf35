package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.event.Connection.Health;
import io.github.danmuhub.event.json.EnumWords;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The live line at the bottom: a quiet room and a broken one look different. */
public final class StatusLine {
  private static final int ROOMS_SHOWN = 3;

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
  public static StatusLine start(Screen screen, DanmuClient client) {
    StatusLine line = new StatusLine();
    line.schedule(() -> screen.status(text(client)));
    return line;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // it ends with its clock
  private void schedule(Runnable refresh) {
    clock.scheduleAtFixedRate(refresh, 200, 1000, TimeUnit.MILLISECONDS);
  }

  private static String text(DanmuClient client) {
    String rooms =
        client.rooms().stream()
            .limit(ROOMS_SHOWN)
            .map(StatusLine::room)
            .collect(Collectors.joining(" │ "));
    int more = client.rooms().size() - ROOMS_SHOWN;
    return more > 0 ? rooms + " │ and " + more + " more" : rooms;
  }

  private static String room(RoomConnection connection) {
    Health health = connection.health();
    return "%s %s · last frame %s · %d events · %d unknown · %d malformed · %d dropped · %d reconnects"
        .formatted(
            connection.room(),
            EnumWords.word(connection.state()),
            health.lastFrameMs() < 0 ? "never" : health.lastFrameMs() / 1000 + " s ago",
            health.events(),
            health.unknown(),
            health.malformed(),
            health.dropped(),
            health.reconnects());
  }

  /** Ends the redrawing; the line is wiped by {@link Screen#close}. */
  public void stop() {
    clock.shutdownNow();
  }
}
