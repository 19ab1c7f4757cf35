package io.github.danmuhub.simulator;

import io.github.danmuhub.platform.SimulationOptions;

/**
 * How the simulator runs.
 *
 * @param port of HTTP and WebSocket on 127.0.0.1; 0 picks a free one
 * @param simulation what every site hosts, and what goes wrong
 */
public record SimulatorOptions(int port, SimulationOptions simulation) {}
