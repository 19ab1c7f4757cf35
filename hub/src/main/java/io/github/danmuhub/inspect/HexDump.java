package io.github.danmuhub.inspect;

import io.github.danmuhub.text.Words;
import java.util.function.Consumer;

/** Bytes as {@code hexdump -C} shows them. */
final class HexDump {
  private static final int WIDTH = 16;
  private static final int MAX = 256;

  private HexDump() {}

  static void print(byte[] bytes, Words words, Consumer<String> out) {
    int shown = Math.min(bytes.length, MAX);
    for (int at = 0; at < shown; at += WIDTH) {
      out.accept(line(bytes, at, Math.min(shown, at + WIDTH)));
    }
    if (shown < bytes.length) {
      out.accept(words.say("inspect.more-bytes", bytes.length - shown));
    }
  }

  private static String line(byte[] bytes, int from, int to) {
    StringBuilder hex = new StringBuilder();
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      hex.append("%02x ".formatted(bytes[i]));
      text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
    }
    return "  %04x  %-48s |%s|".formatted(from, hex, text);
  }
}
