package io.github.danmuhub.device.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.function.Consumer;

/** Lines out of bytes as they come. What is longer than {@value #LONGEST} is dropped whole. */
public final class Lines {
  private static final int LONGEST = 200;

  private final Consumer<String> line;
  private final byte[] kept = new byte[LONGEST];
  private int length;

  /**
   * @param line is told of each, without its end
   */
  public Lines(Consumer<String> line) {
    this.line = line;
  }

  /** So many bytes more. */
  public void came(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      came(bytes[i]);
    }
  }

  private void came(byte next) {
    if (next == '\n') {
      end();
    } else if (length < LONGEST) {
      kept[length++] = next;
    } else {
      length = LONGEST + 1;
    }
  }

  private void end() {
    if (length > 0 && length <= LONGEST) {
      line.accept(new String(kept, 0, length, US_ASCII).strip());
    }
    length = 0;
  }
}
