package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Captured frames into events while they come: each connection is its platform's, once its URL or
 * its first frames have told which. One thread.
 */
public final class LiveEvents {
  private final List<Platform> platforms;
  private final Map<Integer, Connection> connections = new HashMap<>();
  private int frames;

  public LiveEvents(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
  }

  /**
   * The events that an entry becomes; none yet while its platform is unknown.
   *
   * @return null where it is no frame that a platform explains
   */
  public @Nullable List<LiveEvent> of(CaptureEntry entry) {
    if (entry instanceof Open open) {
      connection(open.connection()).guess.open(open);
    } else if (entry instanceof CaptureEntry.Close close) {
      connections.remove(close.connection());
    } else if (entry instanceof Traffic traffic) {
      return connection(traffic.connection()).events(traffic, ++frames);
    }
    return null;
  }

  private Connection connection(int number) {
    return connections.computeIfAbsent(
        number, unused -> new Connection(new Guess(platforms, false)));
  }

  private static final class Connection {
    private final Guess guess;
    private @Nullable Specimen specimen;

    Connection(Guess guess) {
      this.guess = guess;
    }

    @Nullable List<LiveEvent> events(Traffic traffic, int number) {
      guess.look(traffic);
      Specimen known = specimen;
      if (known == null && guess.isPlatform()) {
        known = guess.specimen(traffic.time(), Integer.MAX_VALUE);
        specimen = known;
      }
      return known == null ? null : new ArrayList<>(known.inspect(number, traffic).events());
    }
  }
}
