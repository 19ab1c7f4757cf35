package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.config.DeviceConfig.Speech;
import io.github.danmuhub.text.Phrase;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A device behind an MQTT broker.
 *
 * @param port 1883, or 8883 with {@code tls}
 * @param caFile certificates of the authorities that vouch for it, and no others; needs TLS, and
 *     means it
 * @param version {@code 5} or {@code 3.1.1}
 * @param topic the device's own; what is below it belongs to the two
 * @param passwordFile a file with the password alone
 * @param homeAssistant whether to announce it to Home Assistant: state, stop and disarm
 */
public record MqttConfig(
    String host,
    Integer port,
    Boolean tls,
    @Nullable String caFile,
    String version,
    String topic,
    Speech speaks,
    @Nullable String user,
    @Nullable String passwordFile,
    Boolean homeAssistant) {
  private static final int PLAIN = 1_883;
  private static final int TLS = 8_883;
  private static final Pattern TOPIC = Pattern.compile("[^#+\\x00-\\x1f/][^#+\\x00-\\x1f]{0,199}");

  public MqttConfig {
    host = requireNonNullElse(host, "127.0.0.1");
    tls = requireNonNullElse(tls, caFile != null);
    port = Range.port("devices.mqtt.port", requireNonNullElse(port, tls ? TLS : PLAIN));
    version = requireNonNullElse(version, "5");
    speaks = requireNonNullElse(speaks, Speech.TOY);
    homeAssistant = requireNonNullElse(homeAssistant, false);
    if (!version.equals("5") && !version.equals("3.1.1")) {
      throw new BadValueException("devices.mqtt.version", Phrase.of("config.mqtt-version"));
    }
    if (caFile != null && !tls) {
      throw new BadValueException("devices.mqtt.ca_file", Phrase.of("config.ca-file"));
    }
    if (topic == null || !TOPIC.matcher(topic).matches() || topic.endsWith("/")) {
      throw new BadValueException("devices.mqtt.topic", Phrase.of("config.topic"));
    }
    if (speaks == Speech.FRAMES) {
      throw new BadValueException("devices.mqtt.speaks", Phrase.of("config.speaks"));
    }
  }
}
