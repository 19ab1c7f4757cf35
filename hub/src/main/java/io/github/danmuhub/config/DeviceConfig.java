package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.text.Phrase;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing outside of the hub that rules may act on, by exactly one way.
 *
 * @param mqtt by a broker
 * @param serial at a serial port
 * @param http a webhook
 * @param obs OBS Studio
 * @param run a program of this machine
 * @param simulated the simulated toy
 * @param safety bounds of what moves: by MQTT, serial, and simulated
 */
public record DeviceConfig(
    @Nullable MqttConfig mqtt,
    @Nullable SerialConfig serial,
    @Nullable WebhookConfig http,
    @Nullable ObsConfig obs,
    @Nullable ProgramConfig run,
    @Nullable SimulatedToyConfig simulated,
    SafetyConfig safety) {

  public DeviceConfig {
    safety = requireNonNullElse(safety, SafetyConfig.STANDARD);
    long ways = Stream.of(mqtt, serial, http, obs, run, simulated).filter(Objects::nonNull).count();
    if (ways != 1) {
      throw new BadValueException("devices", Phrase.of("config.ways", ways));
    }
  }

  /** How a device is spoken to. */
  public enum Speech {
    /** The lines of the cat toy, with freshness of its own: docs/cat-toy.md. */
    TOY,
    /** What a rule says, as it is. The device never answers: nothing proves that it heard. */
    TEXT,
    /** The frames of the original toy's base. It never answers either. */
    FRAMES;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
