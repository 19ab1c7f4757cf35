package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;

/**
 * One line of subtitles after another. Times in milliseconds, written in hundredths. What is ours
 * is ASCII and kept apart from the text, so that neither is widened to the other's characters.
 */
final class AssWriter {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final OutputStream out;
  private final StringBuilder lines = new StringBuilder(256);

  AssWriter(OutputStream out, String head) throws IOException {
    this.out = out;
    out.write(head.getBytes(UTF_8));
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
      lines.append(HEX.toHighHexDigit(part)).append(HEX.toLowHexDigit(part));
    }
    lines.append('&');
    return this;
  }

  /** What is shown, which ends the line. */
  void end(String text) throws IOException {
    out.write(lines.toString().getBytes(UTF_8));
    out.write(text.getBytes(UTF_8));
    out.write('\n');
    lines.setLength(0);
  }

  void flush() throws IOException {
    out.flush();
  }
}
