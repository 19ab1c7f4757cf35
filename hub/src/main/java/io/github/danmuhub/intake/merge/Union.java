package io.github.danmuhub.intake.merge;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.RoomRef;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is new of an event of one input, after those before it of all inputs: a message that another
 * input told is not, but what one input tells twice was said twice. Remembers the last {@value
 * #MOST} keys. One thread, in order of time.
 */
final class Union {
  private static final int MOST = 200_000;

  private final int inputs;
  private final Coverage coverage;
  private final Combos combos;
  private final BoundedMap<String, int[]> told = new BoundedMap<>(MOST);

  Union(int inputs, Coverage coverage) {
    this.inputs = inputs;
    this.coverage = coverage;
    this.combos = new Combos(inputs);
  }

  /** Null where nothing is. */
  @Nullable LiveEvent add(int input, LiveEvent event) {
    Keys keys = Keys.of(event);
    if (keys.isNone()) {
      RoomRef room = RoomRef.of(event.origin());
      return coverage.best(room, event.origin().received()) == input ? event : null;
    }
    boolean counted = event instanceof Gift gift && combos.isCounted(input, gift);
    if (isTold(input, keys)) {
      return null;
    }
    return counted ? combos.add((Gift) event) : event;
  }

  /** By its id where both have one; else by what was said. */
  private boolean isTold(int input, Keys keys) {
    boolean told = false;
    if (keys.said() != null) {
      int[] all = counts("all " + keys.said());
      int[] nameless = counts("nameless " + keys.said());
      told = all[input] < most(keys.id() == null ? all : nameless);
      all[input]++;
      nameless[input] += keys.id() == null ? 1 : 0;
    }
    if (keys.id() != null) {
      int[] same = counts("id " + keys.id());
      told |= same[input] < most(same);
      same[input]++;
    }
    return told;
  }

  private int[] counts(String key) {
    return told.computeIfAbsent(key, k -> new int[inputs]);
  }

  private static int most(int[] counts) {
    return Arrays.stream(counts).max().orElse(0);
  }
}
