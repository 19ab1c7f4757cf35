package io.github.danmuhub.device.toy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.danmuhub.device.link.Retries;
import io.github.danmuhub.device.serial.Cable;
import io.github.danmuhub.device.serial.Frames;
import io.github.danmuhub.device.serial.Lines;
import io.github.danmuhub.text.Phrase;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A toy's way by a serial port, which is a pseudo-terminal where both ends are simulated. */
public final class SerialToyWay implements ToyWay {
  private static final int BAUD = 115_200;

  private final Function<Consumer<String>, Hearing> makes;
  private final String port;
  private final Ears ears;
  private final Retries retries = new Retries();
  private volatile @Nullable Opening current;

  /** Makes orders of bytes as they come. */
  private interface Hearing {
    void came(byte[] bytes, int count);
  }

  private SerialToyWay(String port, Ears ears, Function<Consumer<String>, Hearing> makes) {
    this.makes = makes;
    this.port = port;
    this.ears = ears;
  }

  /**
   * Of a toy that speaks lines.
   *
   * @param port such as {@code /dev/pts/3}
   */
  public static ToyWay lines(String port, Ears ears) {
    return new SerialToyWay(port, ears, order -> new Lines(order)::came);
  }

  /** Of the original's base: its orders are what rules write, such as {@code 05 01 00}. */
  public static ToyWay frames(String port, Ears ears) {
    return new SerialToyWay(port, ears, order -> new Frames(order)::came);
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
    private final Hearing hearing = makes.apply(ears::order);
    private final Cable cable = new Cable(port, BAUD, this);

    @Override
    public void opened() {
      ears.connected();
    }

    @Override
    public void came(byte[] bytes, int count) {
      hearing.came(bytes, count);
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
