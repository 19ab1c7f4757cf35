package io.github.danmuhub.device.serial;

import io.github.danmuhub.wire.MalformedException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Frames out of bytes as they come; what is none is skipped, byte by byte. */
public final class Frames {
  private static final int SHORTEST = 8;
  private static final int LENGTH_AT = 4;
  private static final int LONGEST = SHORTEST + 255;

  private final Consumer<String> frame;
  private byte[] kept = new byte[0];

  /**
   * @param frame takes each as rules write it, such as {@code 05 01 00}
   */
  public Frames(Consumer<String> frame) {
    this.frame = frame;
  }

  /** So many bytes more. */
  public void came(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      kept = Arrays.copyOf(kept, kept.length + 1);
      kept[kept.length - 1] = bytes[i];
      while (kept.length >= SHORTEST && !waits()) {
        kept = Arrays.copyOfRange(kept, taken(), kept.length);
      }
    }
  }

  private boolean waits() {
    int whole = SHORTEST + (kept[LENGTH_AT] & 0xFF);
    return kept[0] == kept[1] && kept[0] == Frame.SYNC && kept.length < Math.min(whole, LONGEST);
  }

  private int taken() {
    try {
      int whole = Math.min(kept.length, SHORTEST + (kept[LENGTH_AT] & 0xFF));
      Frame decoded = Frame.decode(Arrays.copyOf(kept, whole));
      HexFormat hex = HexFormat.ofDelimiter(" ");
      frame.accept(
          "%02x %02x %s"
              .formatted(decoded.device(), decoded.command(), hex.formatHex(decoded.data())));
      return whole;
    } catch (MalformedException none) {
      return 1;
    }
  }
}
