package io.github.danmuhub.intake.merge;

import io.github.danmuhub.platform.RoomRef;
import java.util.HashMap;
import java.util.Map;

/** How much each input heard of each room in each ten seconds. */
final class Coverage {
  private static final long SPAN_MS = 10_000;

  private final int inputs;
  private final Map<Moment, int[]> heard = new HashMap<>();

  private record Moment(RoomRef room, long span) {}

  Coverage(int inputs) {
    this.inputs = inputs;
  }

  void heard(int input, RoomRef room, long at) {
    heard.computeIfAbsent(moment(room, at), m -> new int[inputs])[input]++;
  }

  private static Moment moment(RoomRef room, long at) {
    return new Moment(room, Math.floorDiv(at, SPAN_MS));
  }

  /** Who heard most around {@code at}; of several the first. */
  int best(RoomRef room, long at) {
    int[] counts = heard.getOrDefault(moment(room, at), new int[inputs]);
    int best = 0;
    for (int input = 1; input < inputs; input++) {
      best = counts[input] > counts[best] ? input : best;
    }
    return best;
  }
}
