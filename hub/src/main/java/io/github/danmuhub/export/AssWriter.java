package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;

/** One line of subtitles after another. Times in milliseconds, written in hundredths. */
final class AssWriter {
  private final BufferedWriter out;
  private final StringBuilder line = new StringBuilder(256);

  AssWriter(OutputStream out, String head) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 14);
    this.out.write(head);
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
    line.setLength(0);
    line.append(kind).append(layer).append(',');
    time(start).append(',');
    time(end).append(',').append(style).append(",,0000,0000,0000,,");
    return this;
  }

  private StringBuilder time(long ms) {
    long seconds = ms / 1000;
    line.append(seconds / 3600);
    two(':', seconds / 60 % 60);
    two(':', seconds % 60);
    return two('.', ms / 10 % 100);
  }

  private StringBuilder two(char before, long value) {
    line.append(before);
    return (value < 10 ? line.append('0') : line).append(value);
  }

  AssWriter add(String text) {
    line.append(text);
    return this;
  }

  AssWriter add(long number) {
    line.append(number);
    return this;
  }

  /** {@code &HBBGGRR&}. */
  AssWriter addColor(int rgb) {
    line.append("&H");
    for (int shift = 0; shift <= 16; shift += 8) {
      int part = rgb >> shift & 0xff;
      line.append(Character.forDigit(part >> 4, 16)).append(Character.forDigit(part & 15, 16));
    }
    line.append('&');
    return this;
  }

  void end() throws IOException {
    out.append(line).append('\n');
  }

  void flush() throws IOException {
    out.flush();
  }
}
