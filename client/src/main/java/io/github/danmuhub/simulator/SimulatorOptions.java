package io.github.danmuhub.simulator;

import io.github.danmuhub.platform.site.SimulationOptions;

/**
 * How the simulator runs.
 *
 * @param port of HTTP and WebSocket on 127.0.0.1; 0 picks a free one
 * @param simulation what every site hosts, and what goes wrong
 */
public record SimulatorOptions(int port, SimulationOptions simulation) {
  private static final int LAST_PORT = 65_535;

  /**
   * @throws IllegalArgumentException in words, if there is no such port
   */
  public SimulatorOptions {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("a port is 0 to %d, not %d".formatted(LAST_PORT, port));
    }
  }
}
