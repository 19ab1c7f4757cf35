package io.github.danmuhub.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * What a simulated toy tells of itself, by its own clock: {@code TICK < order}, {@code >}, {@code
 * =}.
 */
record Trace(List<String> lines) {
  private static final int FRESH_MS = 2_000;
  private static final int TTL_MS = 1_500;

  /** The toy's own loop, on a busy machine. */
  private static final int STEP_MS = 150;

  /** Whatever happened: never lit for longer after an echo, and nothing acted on an old one. */
  void holds() {
    long echoed = Long.MIN_VALUE / 2;
    long asked = echoed;
    String order = "";
    boolean lit = false;
    for (String line : List.copyOf(lines)) {
      String[] words = line.split(" ", -1);
      if (words.length > 5 && words[1].equals("<") && !words[2].equals("stop")) {
        asked = Long.parseLong(words[5]);
        order = words[4];
        echoed = words[2].equals("beat") ? Math.max(echoed, asked) : echoed;
      } else if (line.contains(" > ack " + order + " ok")) {
        assertThat(Long.parseLong(words[0]) - asked).as(line).isLessThanOrEqualTo(TTL_MS);
        echoed = Math.max(echoed, asked);
      } else if (words.length > 6 && words[1].equals("=")) {
        boolean now = words[7].equals("1");
        if (lit && !now) {
          assertThat(Long.parseLong(words[0]) - echoed)
              .as(String.join("\n", lines))
              .isLessThanOrEqualTo(FRESH_MS + STEP_MS);
        }
        lit = now;
      }
    }
  }

  long count(String part) {
    return List.copyOf(lines).stream().filter(line -> line.contains(part)).count();
  }

  List<String> orders() {
    List<String> orders = new ArrayList<>();
    for (String line : List.copyOf(lines)) {
      if (line.contains(" < ")) {
        orders.add(line.substring(line.indexOf(" < ") + 3));
      }
    }
    return orders;
  }
}
