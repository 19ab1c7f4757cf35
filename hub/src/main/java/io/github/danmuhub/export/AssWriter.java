package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One line of subtitles after another, encoded a block at a time. Times in milliseconds, written in
 * hundredths.
 */
final class AssWriter {
  private static final int BLOCK = 1 << 14;

  private final OutputStream out;
  private final StringBuilder lines = new StringBuilder(2 * BLOCK);

  AssWriter(OutputStream out, String head) {
    this.out = out;
    lines.append(head);
  }

  /** A line that is shown; what else it takes is {@link #add}ed until {@link #end}. */
  AssWriter dialogue(int layer, long start, long end, String style) {
    return begin("Dialogue: ", layer, start, end, style);
  }

  /** A line that found no room: players pass it over, editors keep it. */
  AssWriter comment(long start, long end, String style) {
    return begin("Comment: ", 0, start, end, style);
  }

  private AssWriter begin(String kind, int layer, long start, long end, String style) {
    lines.append(kind).append(layer).append(',');
    time(start).append(',');
    time(end).append(',').append(style).append(",,0000,0000,0000,,");
    return this;
  }

  private StringBuilder time(long ms) {
    long seconds = ms / 1000;
    lines.append(seconds / 3600);
    two(':', seconds / 60 % 60);
    two(':', seconds % 60);
    return two('.', ms / 10 % 100);
  }

  private StringBuilder two(char before, long value) {
    lines.append(before);
    return (value < 10 ? lines.append('0') : lines).append(value);
  }

  AssWriter add(String text) {
    lines.append(text);
    return this;
  }

  AssWriter add(long number) {
    lines.append(number);
    return this;
  }

  /** {@code &HBBGGRR&}. */
  AssWriter addColor(int rgb) {
    lines.append("&H");
    for (int shift = 0; shift <= 16; shift += 8) {
      int part = rgb >> shift & 0xff;
      lines.append(Character.forDigit(part >> 4, 16)).append(Character.forDigit(part & 15, 16));
    }
    lines.append('&');
    return this;
  }

  void end() throws IOException {
    lines.append('\n');
    if (lines.length() > BLOCK) {
      drain();
    }
  }

  private void drain() throws IOException {
    out.write(lines.toString().getBytes(UTF_8));
    lines.setLength(0);
  }

  void flush() throws IOException {
    drain();
    out.flush();
  }
}
