package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.platform.Layer;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The report for people. Control characters of the wire do not reach the terminal. */
final class InspectionPrinter {
  private static final int LONGEST_VALUE = 400;

  private final PrintStream out;

  InspectionPrinter(PrintStream out) {
    this.out = out;
  }

  void print(String input, List<InspectedFrame> frames, List<String> problems) {
    out.printf("input: %s, %d frame%s%n", input, frames.size(), frames.size() == 1 ? "" : "s");
    frames.forEach(this::print);
    problems.forEach(problem -> out.println("problem: " + shown(problem)));
  }

  private void print(InspectedFrame frame) {
    Message message = frame.message();
    out.printf(
        "%n#%d %s %s, %d bytes, %s%n",
        frame.number(),
        word(message.direction()),
        word(message.kind()),
        message.bytes().size(),
        guess(frame));
    frame.layers().forEach(layer -> print(layer, 1));
    if (frame.layers().isEmpty()) {
      HexDump.print(message.bytes().toBytes(), out);
    }
    frame.notes().forEach(note -> out.println("  - " + shown(note)));
    frame.events().forEach(this::print);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String guess(InspectedFrame frame) {
    return frame.platform() == null
        ? "no platform recognizes it"
        : frame.platform() + " (" + frame.certainty() + " % sure)";
  }

  private void print(Layer layer, int depth) {
    String indent = "  ".repeat(depth);
    out.printf(
        "%s%s  [%d bytes at %d]%n", indent, shown(layer.title()), layer.size(), layer.offset());
    for (Layer.Field field : layer.fields()) {
      String meaning = field.meaning().isEmpty() ? "" : "  " + field.meaning();
      out.printf(
          "%s  %-14s %s%s%n", indent, shown(field.name()), shown(field.value()), shown(meaning));
    }
    layer.inner().forEach(inner -> print(inner, depth + 1));
  }

  private void print(LiveEvent event) {
    String json = new String(EventWriter.write(event), UTF_8);
    out.println("  => " + EventTypes.name(event) + " " + shown(json));
  }

  private static String shown(String text) {
    String cut =
        text.length() <= LONGEST_VALUE
            ? text
            : text.substring(0, LONGEST_VALUE) + "… (" + text.length() + " characters)";
    StringBuilder visible = new StringBuilder();
    cut.chars().forEach(c -> visible.append(Character.isISOControl(c) ? '\uFFFD' : (char) c));
    return visible.toString();
  }
}
