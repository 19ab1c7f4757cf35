package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.platform.dissect.Layer;
import java.util.List;
import java.util.function.Consumer;

/** The report for people. */
final class InspectionPrinter {
  private static final int LONGEST_VALUE = 400;

  private final Consumer<String> out;

  InspectionPrinter(Consumer<String> out) {
    this.out = out;
  }

  void print(String input, List<InspectedFrame> frames, List<String> problems) {
    out.accept(
        "input: %s, %d frame%s".formatted(input, frames.size(), frames.size() == 1 ? "" : "s"));
    frames.forEach(this::print);
    problems.forEach(problem -> out.accept("problem: " + shown(problem)));
  }

  private void print(InspectedFrame frame) {
    Message message = frame.message();
    out.accept("");
    out.accept(
        "#%d %s %s, %d bytes, %s"
            .formatted(
                frame.number(),
                EnumWords.word(message.direction()),
                EnumWords.word(message.kind()),
                message.bytes().size(),
                guess(frame)));
    frame.layers().forEach(layer -> print(layer, 1));
    if (frame.layers().isEmpty()) {
      HexDump.print(message.bytes().toBytes(), out);
    }
    frame.notes().forEach(note -> out.accept("  - " + shown(note)));
    frame.events().forEach(this::print);
  }

  private static String guess(InspectedFrame frame) {
    return frame.platform() == null
        ? "no platform recognizes it"
        : frame.platform() + " (" + frame.certainty() + " % sure)";
  }

  private void print(Layer layer, int depth) {
    String indent = "  ".repeat(depth);
    out.accept(
        "%s%s  [%d bytes at %d]"
            .formatted(indent, shown(layer.title()), layer.size(), layer.offset()));
    for (Layer.Field field : layer.fields()) {
      String meaning = field.meaning().isEmpty() ? "" : "  " + field.meaning();
      out.accept(
          "%s  %-14s %s%s"
              .formatted(indent, shown(field.name()), shown(field.value()), shown(meaning)));
    }
    layer.inner().forEach(inner -> print(inner, depth + 1));
  }

  private void print(LiveEvent event) {
    String json = new String(EventWriter.write(event), UTF_8);
    out.accept("  => " + EventTypes.name(event) + " " + shown(json));
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_VALUE
        ? text
        : text.substring(0, LONGEST_VALUE) + "… (" + text.length() + " characters)";
  }
}
