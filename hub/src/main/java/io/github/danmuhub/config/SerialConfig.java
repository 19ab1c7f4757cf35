package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import io.github.danmuhub.config.DeviceConfig.Speech;
import io.github.danmuhub.text.Phrase;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A device at a serial port.
 *
 * @param port such as {@code /dev/ttyUSB0} or {@code COM3}
 * @param crc of frames; null where it speaks none
 */
public record SerialConfig(String port, Integer baud, Speech speaks, @Nullable Crc crc) {
  private static final int FASTEST = 4_000_000;

  public SerialConfig {
    baud = Range.upTo(FASTEST, "devices.serial.baud", requireNonNullElse(baud, 115_200));
    speaks = requireNonNullElse(speaks, Speech.TOY);
    if (port == null || port.isBlank()) {
      throw new BadValueException("devices.serial.port", Phrase.of("config.serial-port"));
    }
    if (crc != null && speaks != Speech.FRAMES) {
      throw new BadValueException("devices.serial.crc", Phrase.of("config.crc"));
    }
    crc = speaks == Speech.FRAMES ? requireNonNullElse(crc, Crc.TRUE) : null;
  }

  /** What stands in a frame's check bytes. */
  public enum Crc {
    /** What they should be. */
    TRUE,
    /** Zeros, as the original sent them: nothing is checked at the other end. */
    ZERO;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
