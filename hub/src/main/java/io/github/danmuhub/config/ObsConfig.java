package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * OBS Studio, 28 or later, with its WebSocket server switched on.
 *
 * @param passwordFile a file with the password alone; null: OBS asks for none
 */
public record ObsConfig(String host, Integer port, @Nullable String passwordFile) {
  public ObsConfig {
    host = requireNonNullElse(host, "127.0.0.1");
    port = Range.port("devices.obs.port", requireNonNullElse(port, 4_455));
  }
}
