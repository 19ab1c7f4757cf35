package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.dissect.Dissector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which platform's a connection is: named by the user or the capture, else by its frames. */
final class Guess {
  /** So many frames tell enough. */
  private static final int LOOKS = 20;

  private final Map<Platform, Dissector> dissectors = new LinkedHashMap<>();
  private @Nullable Platform best;
  private int certainty;
  private int looks;
  private String room = "0";
  private boolean opened;
  private boolean explained;

  Guess(List<Platform> candidates, boolean named) {
    candidates.forEach(platform -> dissectors.put(platform, Dissector.of(platform)));
    if (named) {
      settle(candidates.get(0));
    }
  }

  private void settle(Platform platform) {
    best = platform;
    certainty = Dissector.CERTAIN;
  }

  void open(Open open) {
    opened = true;
    room = open.room() == null ? room : open.room();
    for (Platform platform : dissectors.keySet()) {
      if (platform.id().equals(open.platform())) {
        settle(platform);
      }
    }
  }

  void look(Traffic traffic) {
    explained |= Handshake.isWhole(traffic);
    if (certainty == Dissector.CERTAIN || ++looks > LOOKS) {
      return;
    }
    dissectors.forEach(
        (platform, dissector) -> {
          int score = Frames.recognizes(dissector, traffic);
          if (score > certainty) {
            best = platform;
            certainty = score;
          }
        });
  }

  /** An answer over HTTP that is no poll: a HAR holds all that its page asked for. */
  boolean isForeign(Traffic traffic) {
    return traffic instanceof Http && !opened && !recognizes(traffic);
  }

  private boolean recognizes(Traffic traffic) {
    Dissector dissector = best == null ? null : dissectors.get(best);
    return dissector != null && Frames.recognizes(dissector, traffic) > 0;
  }

  /** Whether somebody knows what its frames are. */
  boolean isKnown() {
    return best != null || explained;
  }

  /** Whether a platform is known whose they are. */
  boolean isPlatform() {
    return best != null;
  }

  Specimen specimen(long now, int frames) {
    return new Specimen(best, certainty, room, now, frames);
  }
}
