package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

/**
 * The cat toy of {@code danmu device}, but in the hub's own process: to try rules without a broker.
 *
 * @param port of its page; 0 picks a free one
 */
public record SimulatedToyConfig(Integer port) {
  public SimulatedToyConfig {
    port = Range.port("devices.simulated.port", requireNonNullElse(port, 0));
  }
}
