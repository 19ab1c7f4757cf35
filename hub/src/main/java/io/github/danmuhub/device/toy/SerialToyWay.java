package io.github.danmuhub.device.toy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.danmuhub.device.link.Retries;
import io.github.danmuhub.device.serial.Cable;
import org.jspecify.annotations.Nullable;

/** A toy's way by a serial port, which is a pseudo-terminal where both ends are simulated. */
public final class SerialToyWay implements ToyWay {
  private static final int BAUD = 115_200;

  private final String port;
  private final Ears ears;
  private final Retries retries = new Retries();
  private volatile @Nullable Opening current;

  /**
   * @param port such as {@code /dev/pts/3}
   */
  public SerialToyWay(String port, Ears ears) {
    this.port = port;
    this.ears = ears;
  }

  @Override
  public void advance(long ticks) {
    Opening cable = current;
    if (cable != null) {
      cable.cable.advance();
    } else if (retries.due(ticks)) {
      Opening next = new Opening();
      current = next;
      next.cable.begin();
    }
  }

  @Override
  public void say(String report) {
    Opening cable = current;
    if (cable != null) {
      cable.cable.write((report + "\n").getBytes(US_ASCII)); // told again soon, where it is refused
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

  private final class Opening implements Cable.Listener {
    private final Cable cable = new Cable(port, BAUD, this);

    @Override
    public void opened() {
      ears.connected();
    }

    @Override
    public void line(String line) {
      ears.order(line);
    }

    @Override
    public void lost(String why) {
      if (current == this) {
        current = null;
        ears.lost(why);
      }
    }
  }
}
