package io.github.danmuhub.kafka.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** What a hub counts. */
final class Figures {
  private Figures() {}

  /** The sum of a figure of {@code /metrics} over all its labels; -1 where it does not answer. */
  static double of(HubProcess hub, String name) {
    try (InputStream in = hub.uri().resolve("/metrics").toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      return -1;
    }
  }
}
