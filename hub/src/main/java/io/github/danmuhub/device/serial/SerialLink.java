package io.github.danmuhub.device.serial;

import io.github.danmuhub.config.DeviceConfig;
import io.github.danmuhub.config.SerialConfig;
import io.github.danmuhub.device.link.DeviceLink;
import io.github.danmuhub.device.link.Retries;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.wire.MalformedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device at a serial port, from the hub's side. A toy that says nothing for {@value #QUIET_MS} ms
 * has its port opened anew: one that was pulled and put in again looks like that.
 */
public final class SerialLink implements DeviceLink {
  private static final long QUIET_MS = 5_000;
  private static final int LONGEST = 512;

  private final SerialConfig config;
  private final Speech speech;
  private final Ears ears;
  private final Retries retries = new Retries();
  private volatile @Nullable Opening current;
  private volatile boolean heardAnything;
  private long quietSince;

  /** At this port. */
  public SerialLink(SerialConfig config, Ears ears) {
    this.config = config;
    this.ears = ears;
    this.speech = speech(config);
  }

  private static Speech speech(SerialConfig config) {
    if (config.speaks() != DeviceConfig.Speech.FRAMES) {
      return Speech.LINES;
    }
    return config.crc() == SerialConfig.Crc.ZERO ? Speech.ZERO_FRAMES : Speech.FRAMES;
  }

  @Override
  public void advance(long ticks) {
    Opening cable = current;
    if (cable == null) {
      open(ticks);
      return;
    }
    cable.cable.advance();
    if (heardAnything) {
      heardAnything = false;
      quietSince = ticks;
      retries.opened();
    } else if (config.speaks() == DeviceConfig.Speech.TOY && ticks - quietSince > QUIET_MS) {
      cable.lost(Phrase.of("file.at", config.port(), Phrase.of("serial.silent")));
      cable.cable.close();
    }
  }

  private void open(long ticks) {
    if (retries.due(ticks)) {
      quietSince = ticks;
      Opening next = new Opening();
      current = next;
      next.cable.begin();
    }
  }

  @Override
  public Optional<Phrase> refusal(String text) {
    try {
      return speech.bytes(text).length > LONGEST
          ? Optional.of(Phrase.of("serial.long", LONGEST))
          : Optional.empty();
    } catch (MalformedException e) {
      return Optional.of(Phrase.of("serial.frame", e.why()));
    }
  }

  @Override
  public boolean say(String line) {
    Opening cable = current;
    try {
      return cable != null && cable.cable.write(speech.bytes(line));
    } catch (MalformedException e) {
      return true; // nothing that could be said: refusal() has told so
    }
  }

  @Override
  public void sayFirst(String line) {
    Opening cable = current;
    try {
      if (cable != null) {
        cable.cable.writeFirst(speech.bytes(line));
      }
    } catch (MalformedException e) {
      // a stop text that is no frame: there is nothing else to be said
    }
  }

  @Override
  public void close() {
    Opening cable = current;
    current = null;
    if (cable != null) {
      cable.cable.close();
    }
  }

  /** One opening of the port. What an old one still says is nobody's. */
  private final class Opening implements Cable.Listener {
    private final Lines lines = new Lines(this::heard);
    private final Cable cable = new Cable(config.port(), config.baud(), this);

    @Override
    public void opened() {
      if (config.speaks() != DeviceConfig.Speech.TOY) {
        heardAnything = true;
      }
      ears.connected();
    }

    @Override
    public void came(byte[] bytes, int count) {
      lines.came(bytes, count);
    }

    private void heard(String line) {
      if (current == this) {
        heardAnything = true;
        ears.heard(line);
      }
    }

    @Override
    public void lost(Phrase why) {
      if (current == this) {
        current = null;
        ears.lost(why);
      }
    }
  }
}
